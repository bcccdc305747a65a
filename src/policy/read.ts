import { UsageError } from '../errors.js';
import { readText } from '../files.js';
import type { CheckMeta, Policy } from '../model.js';
import { suggestion } from '../spelling.js';
import { complaintOf, shown } from './issue.js';
import { MAX_POLICY_BYTES } from './limits.js';
import { expectation, policySchema, waiver } from './schema.js';
import { readYaml, type Step, type YamlFile } from './yaml.js';

type Known = readonly Pick<CheckMeta, 'id' | 'aliases'>[];

/** Reads and checks a policy file. Throws a UsageError that names file, line, column and what would be right. */
export async function readPolicyFile(path: string, checks: Known): Promise<Policy> {
  return parsePolicy(await readText(path, { what: 'policy', maxBytes: MAX_POLICY_BYTES }), path, checks);
}

/** The same for text that is at hand. */
export function parsePolicy(text: string, file: string, checks: Known): Policy {
  const yaml = readYaml(text, file);
  const result = policySchema.safeParse(yaml.value ?? {});
  if (!result.success) {
    const { path, key, text: words } = complaintOf(result.error.issues[0]!, yaml.value, keysAt);
    throw new UsageError(`${yaml.placeOf(path, key)}: ${words}`);
  }
  const { unknown = 'undecided', severities = {}, expect = [], waivers = [], ...flags } = result.data;
  const currentId = idsOf(checks, yaml);
  for (const name of ['only', 'skip'] as const) flags[name]?.forEach((word, index) => currentId(word, [name, index]));
  return {
    file,
    flags,
    unknown,
    severities: Object.fromEntries(
      Object.entries(severities).map(([id, severity]) => [currentId(id, ['severities'], { key: true }), severity]),
    ),
    expect,
    waivers: waivers.map((entry, index) => ({ ...entry, check: currentId(entry.check, ['waivers', index, 'check']) })),
  };
}

function keysAt([first]: readonly Step[]): readonly string[] {
  const { shape } = first === 'waivers' ? waiver : first === 'expect' ? expectation : policySchema;
  return Object.keys(shape);
}

/** A function that gives the id a check has today, or throws at the place where a wrong one stands. */
function idsOf(checks: Known, yaml: YamlFile) {
  const current = new Map(checks.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)));
  const prefixes = new Set([...current.keys()].map((id) => id.slice(0, id.indexOf('/') + 1)));
  return (word: string, path: readonly Step[], { key = false } = {}): string => {
    if (!key && prefixes.has(word)) return word;
    const id = current.get(word);
    if (id !== undefined) return id;
    const candidates = key ? current.keys() : [...current.keys(), ...prefixes];
    throw new UsageError(`${yaml.placeOf(path, key ? word : undefined)}: unknown check ${shown(word)}${suggestion(word, candidates)}`);
  };
}
