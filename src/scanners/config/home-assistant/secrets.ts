import { ProbeError } from '../../../errors.js';
import type { Facts, Place } from '../../../model.js';
import { entriesOf, itemsOf, textOf, type YamlNode } from '../yaml.js';
import type { Home } from './home.js';

const MAX_LISTED = 50;

/** Dossier section 5.3; the location of a house is among them because it belongs to the same file. */
const SECRET_KEY = /(?:^|[_-])(?:pass(?:word|wd)?|token|api_?key|secret|access_key|authorization|webhook_id|latitude)$/i;
/** A template, a reference to an entity, or a placeholder is not a secret. */
const NOT_LITERAL = /\{[{%]|^(?:[a-z_]+\.[a-z0-9_]+|none|null|)$/;
const CREDENTIALS_IN_URL = /:\/\/[^\s/:@]{0,100}:[^\s/@{]{1,200}@/;

/** Literal secrets in the files that configuration.yaml is made of; keys and lines, never values. */
export function readSecrets(home: Home): Facts['home-assistant.config-secrets'] {
  if (!home.loaded.ok) throw new ProbeError(home.loaded.failure.kind, home.loaded.failure.detail);
  const found: { key: string; place: Place }[] = [];
  for (const source of home.loaded.value.sources) collect(source, '', found);
  return {
    literal: found.slice(0, MAX_LISTED),
    more: Math.max(0, found.length - MAX_LISTED),
    unread: [...home.loaded.value.unread].slice(0, MAX_LISTED),
  };
}

function collect(node: YamlNode, key: string, found: { key: string; place: Place }[]): void {
  if (node.tag !== undefined && typeof node.value !== 'object') return;
  const text = textOf(node);
  if (text !== undefined && typeof node.value !== 'boolean') {
    const literal = SECRET_KEY.test(key) && !NOT_LITERAL.test(text);
    if (literal || CREDENTIALS_IN_URL.test(text)) found.push({ key: key.slice(0, MAX_LISTED), place: node.place });
    return;
  }
  for (const [name, value] of entriesOf(node)) collect(value, name, found);
  if (Array.isArray(node.value)) for (const item of itemsOf(node)) collect(item, key, found);
}
