import type { Facts, Place } from '../../../model.js';
import { at, entriesOf, itemsOf, textOf, type YamlNode } from '../yaml.js';
import type { ContainerSshFile } from './file.js';
import { isLoopbackHost, isSet, textSaid } from './said.js';

type Escapes = { text: string; place: Place }[];

const MAX_ESCAPES = 30;
const MAX_CHARS = 120;
/** Folders that hold the machine: whoever writes there is root on it. */
const MACHINE_PATH =
  /^(?:\/|\/(?:etc|root|proc|sys|dev|boot|var|var\/lib|var\/lib\/docker|run|var\/run)\/?|.*\/(?:docker|containerd|podman)\.sock)$/;

export function readDocker({ root, isJson }: ContainerSshFile): Facts['containerssh.config-docker'] {
  const docker = at(root, 'docker');
  const connection = at(docker, 'connection');
  const host = textSaid(root, 'docker', 'connection', 'host');
  const container = spelled(at(docker, 'execution', 'container'), isJson);
  const settings = spelled(at(docker, 'execution', 'host'), isJson);
  return {
    used: (textOf(at(root, 'backend')) ?? 'docker') === 'docker',
    host,
    loopback: isLoopbackHost(hostIn(host.value ?? '')),
    certificates: ['cacert', 'cert', 'key'].filter((key) => isSet(connection, key)),
    escapes: dockerEscapes(settings).slice(0, MAX_ESCAPES),
    user: textSaid(container, 'user'),
    userNamespace: textSaid(settings, 'usernsmode'),
  };
}

const hostIn = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname : address.replace(/^\w+:\/\//, '').replace(/:\d+$/, '');

const NOTHING: YamlNode = { place: { file: '' }, value: null };

/** In YAML Docker's keys are matched exactly, in lower case: `Privileged` is accepted and does nothing. JSON ignores case. */
function spelled(node: YamlNode | undefined, isJson: boolean): YamlNode {
  if (!node || !isJson) return node ?? NOTHING;
  return { ...node, value: new Map(entriesOf(node).map(([key, value]) => [key.toLowerCase(), value])) };
}

function dockerEscapes(host: YamlNode): Escapes {
  const found: Escapes = [];
  const note = (text: string, { place }: YamlNode) => found.push({ text: text.slice(0, MAX_CHARS), place });
  for (const [key, node] of entriesOf(host)) {
    const text = textOf(node);
    if (key === 'privileged' && text === 'true') note('privileged: true', node);
    if (/^(?:networkmode|pidmode|ipcmode|usernsmode)$/.test(key) && text === 'host') note(`${key}: host`, node);
    if (key === 'capadd') for (const item of itemsOf(node)) note(`capadd: ${textOf(item)}`, item);
    if (key === 'securityopt')
      for (const item of itemsOf(node)) if (/unconfined/.test(textOf(item) ?? '')) note(`securityopt: ${textOf(item)}`, item);
    if (key === 'binds')
      for (const item of itemsOf(node)) if (MACHINE_PATH.test((textOf(item) ?? '').split(':')[0]!)) note(`binds: ${textOf(item)}`, item);
    if (key === 'mounts') for (const item of itemsOf(node)) if (MACHINE_PATH.test(sourceOf(item))) note(`mounts: ${sourceOf(item)}`, item);
  }
  return found;
}

const sourceOf = (mount: YamlNode): string => textOf(entriesOf(mount).find(([key]) => key.toLowerCase() === 'source')?.[1]) ?? '';

export function readKubernetes({ root }: ContainerSshFile): Facts['containerssh.config-kubernetes'] {
  const connection = at(root, 'kubernetes', 'connection');
  return {
    used: textOf(at(root, 'backend')) === 'kubernetes',
    host: textSaid(root, 'kubernetes', 'connection', 'host'),
    certificates: entriesOf(connection)
      .map(([key]) => key)
      .filter((key) => /^(?:cacert|cert)/.test(key) && isSet(connection, key)),
    escapes: podEscapes(at(root, 'kubernetes', 'pod', 'spec')).slice(0, MAX_ESCAPES),
  };
}

const HOST_NAMESPACES = ['hostnetwork', 'hostpid', 'hostipc'];

/** Whatever the case: this part is read by Kubernetes' own library. */
function podEscapes(spec: YamlNode | undefined): Escapes {
  const found: Escapes = [];
  const walk = (node: YamlNode, key: string) => {
    const text = textOf(node);
    if (text === 'true' && [...HOST_NAMESPACES, 'privileged'].includes(key)) found.push({ text: `${key}: true`, place: node.place });
    if (key === 'hostpath')
      found.push({ text: `hostPath: ${textOf(at(node, 'path')) ?? '(somewhere)'}`.slice(0, MAX_CHARS), place: node.place });
    for (const [name, inner] of entriesOf(node)) walk(inner, name.toLowerCase());
    if (Array.isArray(node.value)) for (const item of itemsOf(node)) walk(item, '');
  };
  if (spec) walk(spec, '');
  return found;
}
