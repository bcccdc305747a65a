import type { Facts } from '../../../model.js';
import { ProbeError } from '../../../errors.js';
import { at, textOf, type YamlNode } from '../yaml.js';
import { type Home, readStored } from './home.js';

/** The addresses the owner set: one in YAML wins, the stored one stays behind as a stale value. */
export async function readUrls(home: Home): Promise<Facts['home-assistant.config-urls']> {
  if (!home.loaded.ok) throw new ProbeError(home.loaded.failure.kind, home.loaded.failure.detail);
  const yaml = at(home.loaded.value.root, 'homeassistant');
  if (yaml?.unresolved) throw new ProbeError('skipped', yaml.unresolved);
  const written = [at(yaml, 'external_url'), at(yaml, 'internal_url')];
  const stored = written.every(Boolean) ? undefined : at(await readStored(home, 'core.config'), 'data');
  return {
    external: urlOf(written[0] ?? at(stored, 'external_url')),
    internal: urlOf(written[1] ?? at(stored, 'internal_url')),
  };
}

const MAX_URL = 300;

function urlOf(node: YamlNode | undefined) {
  if (node?.unresolved) return { value: null, place: node.place, unresolved: node.unresolved };
  const text = textOf(node);
  if (!node || text === undefined) return { value: null };
  const url = URL.canParse(text) ? new URL(text) : null;
  return { value: url ? url.origin.slice(0, MAX_URL) : null, place: node.place, ...(url ? {} : { unresolved: 'not a URL' }) };
}
