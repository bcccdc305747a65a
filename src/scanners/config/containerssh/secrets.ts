import { isSecret } from '../../../knowledge/containerssh.js';
import type { Facts } from '../../../model.js';
import { entriesOf, itemsOf, textOf, type YamlNode } from '../yaml.js';

type Secrets = Facts['containerssh.config-secrets'];

const MAX_LISTED = 30;
const NAME_CHARS = 30;

/** Where the file itself holds passwords, tokens and keys. Host keys are another check's. */
export function readSecrets(root: YamlNode): Secrets {
  const inline: Secrets['inline'] = [];
  const walk = (node: YamlNode, path: readonly string[]) => {
    const text = textOf(node);
    // `auth.password: false` is a switch.
    if (text !== undefined && typeof node.value !== 'boolean' && isSecret(path.at(-1) ?? '', text))
      inline.push({ text: path.join('.'), place: node.place });
    for (const [name, inner] of entriesOf(node)) walk(inner, [...path, name.slice(0, NAME_CHARS)]);
    if (Array.isArray(node.value)) for (const item of itemsOf(node)) walk(item, path);
  };
  for (const [name, node] of entriesOf(root)) if (name !== 'ssh') walk(node, [name]);
  return { inline: inline.slice(0, MAX_LISTED) };
}
