import { UsageError } from './errors.js';
import type { Finding, Report, ReportedTarget } from './model.js';
import { MAX_POLICY_BYTES } from './policy/limits.js';
import { printable } from './reports/printable.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const ACCEPTED_DAYS = 90;

const FLAGS = `# porosity.yaml: what you say about your network. porosity reads it from the folder it is started in (or --policy FILE).
# Everything is optional. Any long flag may stand here in camelCase; the command line wins.
# \`porosity checks\` lists the check ids, \`porosity checks <id>\` explains one.

# What closes the gate (exit code 1): critical, high, medium, low, info, new (since the baseline) or none.
failOn: high

# What a check does that counts for the gate and could not be answered: undecided (exit code 3), fail or ignore.
unknown: undecided
`;

const SEVERITIES = `
# Severities of your own, by check id.
# severities:
#   ssh/debug-port-exposed: high
`;

const EXPECT = `
# The exposure you mean to have. On a target named here, any other open port is a finding (host/unexpected-ports).
# A target is a name, an address or a block; several entries for one target add up.
`;
const EXPECT_EXAMPLE = `# expect:
#   - target: hassio.lan
#     ports: [22, 8123, 9000-9010]
`;

const WAIVERS = `
# What you know and accept for now. A waiver labels a finding and takes it out of the gate; it never hides it.
# It needs a reason and an end: from the day after, the finding counts again (announced 14 days before).
`;
const WAIVERS_EXAMPLE = `# waivers:
#   - check: mqtt/plaintext     # an id, or a prefix: mqtt/
#     target: hassio.lan        # optional: name, address or block
#     port: 1883                # optional
#     reason: the sensors cannot do TLS
#     expires: 2027-03-01
`;

/** A porosity.yaml that explains itself and changes nothing. */
export function initialPolicy(): string {
  return [FLAGS, SEVERITIES, EXPECT, EXPECT_EXAMPLE, WAIVERS, WAIVERS_EXAMPLE].join('');
}

/** A porosity.yaml that accepts what a report found. It is refused until somebody has given each waiver a reason. */
export function acceptingPolicy(report: Report): string {
  const expires = new Date(Date.parse(report.run.finishedAt) + ACCEPTED_DAYS * DAY_MS).toISOString().slice(0, 10);
  const targets = report.targets.filter(({ open }) => open.length > 0);
  // What is expected is not unexpected: the list of ports answers that finding.
  const failing = report.findings.filter(({ check, outcome }) => outcome === 'fail' && check !== 'host/unexpected-ports');
  const text = [
    FLAGS,
    SEVERITIES,
    EXPECT,
    targets.length > 0 ? `expect:\n${expectations(targets).join('')}` : EXPECT_EXAMPLE,
    WAIVERS,
    failing.length > 0 ? `waivers:\n${failing.map((finding) => waiver(finding, expires)).join('')}` : WAIVERS_EXAMPLE,
  ].join('');
  if (Buffer.byteLength(text) > MAX_POLICY_BYTES) {
    throw new UsageError(`${failing.length} findings are too many to waive one by one: mend or waive them by prefix or block`);
  }
  return text;
}

/** A name with several addresses has one entry. */
function expectations(targets: readonly ReportedTarget[]): readonly string[] {
  const ports = new Map<string, Set<number>>();
  for (const { name, open } of targets) ports.set(name, new Set([...(ports.get(name) ?? []), ...open.map(({ port }) => port)]));
  return [...ports].map(([name, list]) => `  - target: ${quoted(name)}\n    ports: [${[...list].sort((a, b) => a - b).join(', ')}]\n`);
}

function waiver({ check, title, because, target, address, port, waiver: known }: Finding, expires: string): string {
  return [
    `  # ${comment(title)}: ${comment(because)}`,
    `  - check: ${quoted(check)}`,
    // Files alone have no address, and a path is no target.
    ...(address === '' ? [] : [`    target: ${quoted(target)}`]),
    ...(port === undefined ? [] : [`    port: ${port}`]),
    `    reason: ${quoted(known?.reason ?? 'TODO: say why this is acceptable')}`,
    `    expires: ${known?.expires ?? expires}`,
    '',
  ].join('\n');
}

const MAX_COMMENT = 160;

/** Hosts say what they like: a line break would end the comment and begin a policy. */
const comment = (text: string) => printable(text, MAX_COMMENT);

/** JSON strings are YAML; plain words need no quotes. */
const quoted = (text: string) =>
  /^[a-z][a-z0-9_.\/-]*$/i.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(printable(text));
