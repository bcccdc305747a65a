import type { Facts } from '../../../model.js';
import { at, type YamlNode } from '../yaml.js';
import { booleanSaid, isLoopbackHost, isSet, textSaid } from './said.js';

type Service = Facts['containerssh.config-services']['services'][number];

const OAUTH2 = ['auth', 'keyboardInteractive', 'oauth2', 'redirect'] as const;

/** What listens beside SSH. The health page does so even with `enable: false`, which governs its client alone. */
export function readServices(root: YamlNode): Facts['containerssh.config-services'] {
  const metrics = booleanSaid(root, 'metrics', 'enable').value === true;
  const oauth2 = textSaid(root, 'auth', 'keyboardInteractive', 'method').value === 'oauth2';
  return {
    services: [
      readService(root, ['health']),
      ...(metrics ? [readService(root, ['metrics'])] : []),
      ...(oauth2 ? [readService(root, OAUTH2)] : []),
    ],
  };
}

function readService(root: YamlNode, path: readonly string[]): Service {
  const node = at(root, ...path);
  const listen = textSaid(root, ...path, 'listen');
  // Nothing before the colon, 0.0.0.0 and [::] all mean every address.
  const host = (listen.value ?? '').replace(/:\d*$/, '');
  return {
    key: path.join('.'),
    listen,
    onLoopback: isLoopbackHost(host),
    tls: isSet(node, 'cert') && isSet(node, 'key'),
    clientCa: isSet(node, 'clientcacert'),
    ...(node ? { place: node.place } : {}),
  };
}
