import type { Facts } from '../../../model.js';
import { defineFileScanner, observe } from '../../scanner.js';
import { at, entriesOf, itemsOf, textOf } from '../yaml.js';
import { readAuth } from './auth.js';
import { readDocker, readKubernetes } from './backends.js';
import { type ContainerSshFile, findFile } from './file.js';
import { KNOWN_KEYS, LATER_KEYS } from './keys.js';
import { booleanSaid, listSaid, numberSaid, textSaid } from './said.js';
import { readSecrets } from './secrets.js';
import { readServices } from './services.js';

const MAX_LISTED = 30;
const MAX_CHARS = 80;
const INLINE = /^\s*-----/;
const FORWARDING = ['forwardingMode', 'reverseForwardingMode', 'socketForwardingMode', 'socketListenMode', 'x11ForwardingMode'];

/** config.yaml of ContainerSSH, or the output of its `--dump-config`, by its shape. */
export default defineFileScanner({
  kind: 'containerssh',
  async read(folder) {
    const found = await observe(() => findFile(folder));
    if (found.ok && !found.value) return undefined;
    const look = <T>(read: (file: ContainerSshFile) => T) => (found.ok ? observe(() => read(found.value!)) : found);
    return {
      'containerssh.config': await look(readWhole),
      'containerssh.config-ssh': await look(readSsh),
      'containerssh.config-auth': await look(({ root }) => readAuth(root)),
      'containerssh.config-security': await look(readSecurity),
      'containerssh.config-docker': await look(readDocker),
      'containerssh.config-kubernetes': await look(readKubernetes),
      'containerssh.config-audit': await look(readAudit),
      'containerssh.config-services': await look(({ root }) => readServices(root)),
      'containerssh.config-secrets': await look(({ root }) => readSecrets(root)),
    };
  },
});

function readWhole({ file, root }: ContainerSshFile): Facts['containerssh.config'] {
  const later = LATER_KEYS.find((path) => at(root, ...path) !== undefined);
  const place = later && at(root, ...later)?.place;
  const unknownKeys = Object.entries(KNOWN_KEYS).flatMap(([parent, known]) =>
    entriesOf(parent === '' ? root : at(root, ...parent.split('.')))
      .filter(([key]) => !known.includes(key))
      .map(([key, node]) => ({ text: (parent === '' ? key : `${parent}.${key}`).slice(0, MAX_CHARS), place: node.place })),
  );
  const server = at(root, 'configserver', 'url');
  return {
    place: { file: file.path },
    mode: file.mode ?? null,
    laterKey: later && place ? { text: later.join('.'), place } : null,
    unknownKeys: unknownKeys.slice(0, MAX_LISTED),
    configServer: textOf(server) ? server!.place : null,
  };
}

function readSsh({ root }: ContainerSshFile): Facts['containerssh.config-ssh'] {
  return {
    kex: listSaid(root, 'ssh', 'kex'),
    ciphers: listSaid(root, 'ssh', 'ciphers'),
    macs: listSaid(root, 'ssh', 'macs'),
    hostKeys: itemsOf(at(root, 'ssh', 'hostkeys'))
      .filter((item) => textOf(item))
      .slice(0, MAX_LISTED)
      .map((item) => ({ inline: INLINE.test(textOf(item)!), place: item.place })),
  };
}

function readSecurity({ root }: ContainerSshFile): Facts['containerssh.config-security'] {
  const security = at(root, 'security');
  return {
    defaultMode: textSaid(root, 'security', 'defaultMode'),
    shell: textSaid(root, 'security', 'shell', 'mode'),
    signal: textSaid(root, 'security', 'signal', 'mode'),
    forwarding: FORWARDING.flatMap((key) => {
      const node = at(security, 'forwarding', key);
      return node && textOf(node) ? [{ key, value: textOf(node)!.slice(0, MAX_CHARS), place: node.place }] : [];
    }),
    maxSessions: numberSaid(root, 'security', 'maxSessions'),
    ...(security ? { place: security.place } : {}),
  };
}

const readAudit = ({ root }: ContainerSshFile): Facts['containerssh.config-audit'] => ({
  enabled: booleanSaid(root, 'audit', 'enable'),
  format: textSaid(root, 'audit', 'format'),
  storage: textSaid(root, 'audit', 'storage'),
});
