import { type ConfigFile, type ConfigFolder, observe, ProbeError } from '../../scanner.js';
import { at, parseYaml, textOf, type YamlNode } from '../yaml.js';

/** A configuration of ContainerSSH: JSON by its ending, else YAML as Go reads it. */
export interface ContainerSshFile {
  readonly file: ConfigFile;
  readonly root: YamlNode;
  /** Docker's own words begin with a capital in JSON, and only there. */
  readonly isJson: boolean;
}

/** Worth parsing: a root-level key that the product has. */
const SHAPE = /^[ {]*"?(?:ssh|auth|configserver|sshproxy)"?\s*:/m;
/** Enough to say whose file it is that cannot be parsed. */
const TELLING = /^\s*"?(?:hostkeys|configserver|sshproxy|keyboardInteractive)"?\s*:/m;
const OF_SSH = ['hostkeys', 'serverVersion', 'kex', 'ciphers', 'macs', 'listen', 'banner', 'clientAliveInterval'];
const BESIDE_SSH = ['auth', 'configserver', 'backend', 'docker', 'kubernetes', 'sshproxy', 'security', 'health', 'metrics', 'audit', 'log'];
const OF_AUTH = ['publicKey', 'keyboardInteractive', 'authz', 'gssapi'];

/** The first file of this shape, `config.yaml` before others; rejects where one of them cannot be parsed. */
export async function findFile(folder: ConfigFolder): Promise<ContainerSshFile | undefined> {
  const candidates = folder.files.filter(({ path }) => /\.(?:ya?ml|json)$/.test(path));
  for (const file of [...candidates].sort((a, b) => rank(a) - rank(b))) {
    const text = await observe(() => file.text());
    if (!text.ok || !SHAPE.test(text.value)) continue;
    const root = await observe(() => parseYaml(text.value, file.path, 'yaml-1.2'));
    if (!root.ok && TELLING.test(text.value)) throw new ProbeError(root.failure.kind, root.failure.detail);
    if (root.ok && isItsShape(root.value)) return { file, root: root.value, isJson: file.path.endsWith('.json') };
  }
  return undefined;
}

const rank = ({ path }: ConfigFile): number => (/(?:^|\/)config\.ya?ml$/.test(path) ? 0 : 1) + path.split('/').length / 100;

function isItsShape(root: YamlNode): boolean {
  const has = (...path: string[]) => at(root, ...path) !== undefined;
  if (OF_SSH.some((key) => has('ssh', key)) && BESIDE_SSH.some((key) => has(key))) return true;
  if (OF_AUTH.some((key) => has('auth', key, 'method'))) return true;
  if (has('auth', 'password', 'webhook') || has('auth', 'password', 'method')) return true;
  if (has('auth', 'url') && (has('auth', 'password') || has('auth', 'pubkey') || BESIDE_SSH.slice(1).some((key) => has(key)))) return true;
  return has('sshproxy', 'allowedHostKeyFingerprints') || (has('configserver', 'url') && textOf(at(root, 'backend')) !== undefined);
}
