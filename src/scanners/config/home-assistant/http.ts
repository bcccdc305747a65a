import { ProbeError } from '../../../errors.js';
import type { Facts } from '../../../model.js';
import { valueOf } from '../../scanner.js';
import { at, entriesOf, type YamlNode } from '../yaml.js';
import { hasStorage, type Home, readStoredHttp, versionOf } from './home.js';
import { type HttpFact, httpKeys, readHttpBlock } from './http-schema.js';
import { type Loaded, placeOf, type Refusal } from './load.js';
import { atLeast } from './version.js';

/** From this release on the settings live in `.storage/http`; YAML is imported once (core: http/config.py). */
const FIRST_WITH_STORAGE = '2026.8';

const MAX_LISTED = 50;

/** The settings that the next start puts in force, whichever file they stand in. */
export async function readHttp(home: Home): Promise<HttpFact> {
  const version = versionOf(home);
  const refusals = refusalsOf(home);
  // Before that release the stored copy matters to recovery mode alone.
  const yamlRules = version !== '' && !atLeast(version, FIRST_WITH_STORAGE);
  const stored = yamlRules && refusals.length === 0 ? undefined : await readStoredHttp(home);
  const certain = version !== '' || (stored !== undefined && stored.format >= 2);
  if (stored && stored.format >= 2 && !yamlRules) {
    const done = at(stored.data, 'yaml_migration_done')?.value === true;
    if (refusals.length > 0) return { origin: 'recovery', version, certain, ...readHttpBlock(at(stored.data, 'stable'), version).settings };
    if (done || !yamlHttp(home).block)
      return { origin: 'storage', version, certain, ...readHttpBlock(activeOf(stored.data), version).settings };
  } else if (atLeast(version, FIRST_WITH_STORAGE) && !hasStorage(home)) {
    throw new ProbeError('skipped', `.storage/http is not in the folder; Home Assistant ${version} keeps these settings there`);
  }
  if (refusals.length > 0) return fromRecoveryCopy(home, refusals[0]!, stored?.data, version, certain);
  const { block, elsewhere } = yamlHttp(home);
  return { origin: 'yaml', version, certain, ...readHttpBlock(block, version, elsewhere).settings };
}

/** Recovery mode starts with the copy of the last settings that worked (version 1 has no prefix lengths in it). */
function fromRecoveryCopy(home: Home, refusal: Refusal, data: YamlNode | undefined, version: string, certain: boolean): HttpFact {
  if (!data && !hasStorage(home)) {
    throw new ProbeError('skipped', `${refusal.text}; recovery mode then uses .storage/http, which is not in the folder`);
  }
  return { origin: 'recovery', version, certain, ...readHttpBlock(data, version).settings, widthsKnown: false };
}

/** `pending` is tried first unless a start with it failed. */
function activeOf(data: YamlNode): YamlNode | undefined {
  const pending = at(data, 'pending');
  const tried = pending?.value instanceof Map && !at(pending, 'error')?.value;
  const slot = tried ? pending : at(data, 'stable');
  if (!slot) return undefined;
  const settings = entriesOf(slot).filter(([key]) => !['created_at', 'error', 'error_message'].includes(key));
  return { ...slot, value: new Map(settings) };
}

/** The `http:` block of configuration.yaml with what packages add; a key of the main block stays. */
function yamlHttp(home: Home): { readonly block?: YamlNode; readonly elsewhere?: string } {
  if (!home.loaded.ok) throw new ProbeError(home.loaded.failure.kind, home.loaded.failure.detail);
  const { root } = home.loaded.value;
  const main = at(root, 'http');
  const packages = at(root, 'homeassistant', 'packages');
  const elsewhere =
    at(root, 'homeassistant')?.unresolved ??
    packages?.unresolved ??
    entriesOf(packages).find(([, node]) => node.unresolved)?.[1].unresolved;
  if (main && main.value !== null && !(main.value instanceof Map)) return { block: main };
  if (main?.unresolved) return { block: main };
  const merged = new Map(entriesOf(main));
  let place = main?.place;
  for (const [, content] of entriesOf(packages)) {
    const block = at(content, 'http');
    place ??= block?.place;
    for (const [key, node] of entriesOf(block)) if (!merged.has(key)) merged.set(key, node);
  }
  return { ...(place ? { block: { place, value: merged } } : {}), ...(elsewhere === undefined ? {} : { elsewhere }) };
}

/** What would keep Home Assistant from starting normally, for the check of that name. */
export function readRefused(home: Home): Facts['home-assistant.config-refused'] {
  const { loaded } = home;
  if (!loaded.ok && loaded.failure.kind !== 'protocol') throw new ProbeError(loaded.failure.kind, loaded.failure.detail);
  return {
    refusals: refusalsOf(home)
      .slice(0, MAX_LISTED)
      .map(({ text, place }) => ({ text, place })),
  };
}

/** What would keep Home Assistant from starting normally; empty where nothing is known to. */
function refusalsOf(home: Home): readonly Refusal[] {
  const loaded: Loaded | undefined = valueOf(home.loaded);
  if (!loaded) {
    const failure = home.loaded.ok ? undefined : home.loaded.failure;
    return failure?.kind === 'protocol' ? [{ text: failure.detail, place: placeOf({ message: failure.detail }) }] : [];
  }
  const version = versionOf(home);
  const reads = version === '' || !atLeast(version, FIRST_WITH_STORAGE);
  const refusal = reads ? readHttpBlock(yamlHttp(home).block, version).refusal : undefined;
  return refusal ? [...loaded.refusals, refusal] : loaded.refusals;
}

/** Keys that YAML still has and this release does not read; `differs` where the owner would believe something untrue. */
export async function readIgnored(home: Home): Promise<Facts['home-assistant.config-ignored']> {
  const version = versionOf(home);
  const stored = await readStoredHttp(home);
  const storageRules =
    stored &&
    stored.format >= 2 &&
    at(stored.data, 'yaml_migration_done')?.value === true &&
    (version === '' || atLeast(version, FIRST_WITH_STORAGE));
  const { block } = yamlHttp(home);
  if (!storageRules || !block) return { ignored: [] };
  const inForce = readHttpBlock(activeOf(stored.data), version).settings;
  const written = readHttpBlock(block, version).settings;
  const ignored = httpKeys.flatMap(({ name, key }) => {
    const { value, place } = written[name];
    if (!place || !entriesOf(block).some(([given]) => given === key)) return [];
    return [{ key, place, differs: comparable(value) !== comparable(inForce[name].value) }];
  });
  return { ignored };
}

/** Lists of networks without their places. */
const comparable = (value: unknown): string => JSON.stringify(value, (key, inner: unknown) => (key === 'place' ? undefined : inner));
