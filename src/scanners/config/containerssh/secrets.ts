import type { Facts } from '../../../model.js';
import { entriesOf, itemsOf, textOf, type YamlNode } from '../yaml.js';

type Secrets = Facts['containerssh.config-secrets'];

const SECRET = /(?:password|token|secret|secretkey|accesskey)$/i;
/** Not the values themselves, but how they are handled. */
const NO_SECRET = /^(?:passwords|passwordFile|bearerTokenFile|automountServiceAccountToken|transmitSensitiveMetadata)$|File$|method$/i;
const PRIVATE_KEY = /^\s*-----BEGIN [A-Z ]*PRIVATE KEY/;
const MAX_LISTED = 30;

/** Where the file itself holds passwords, tokens and keys. Host keys are another check's. */
export function readSecrets(root: YamlNode): Secrets {
  const inline: Secrets['inline'] = [];
  const walk = (node: YamlNode, path: readonly string[]) => {
    const text = textOf(node);
    const key = path.at(-1) ?? '';
    if (text !== undefined) {
      const named = text !== '' && typeof node.value === 'string' && SECRET.test(key) && !NO_SECRET.test(key);
      if (named || PRIVATE_KEY.test(text)) inline.push({ text: path.join('.'), place: node.place });
    }
    for (const [name, inner] of entriesOf(node)) walk(inner, [...path, name.slice(0, MAX_LISTED)]);
    if (Array.isArray(node.value)) for (const item of itemsOf(node)) walk(item, path);
  };
  for (const [name, node] of entriesOf(root)) if (name !== 'ssh') walk(node, [name]);
  return { inline: inline.slice(0, MAX_LISTED) };
}
