import type { Facts } from '../../../model.js';
import { at, textOf, type YamlNode } from '../yaml.js';
import { booleanSaid, isLoopbackHost, isSet, textSaid } from './said.js';

type Auth = Facts['containerssh.config-auth'];
type Webhook = Auth['webhooks'][number];

const CLIENTS = [
  ['auth', 'password', 'webhook'],
  ['auth', 'publicKey', 'webhook'],
  ['auth', 'authz', 'webhook'],
  ['auth'],
  ['configserver'],
] as const;
const METHODS = ['password', 'publicKey', 'keyboardInteractive', 'gssapi', 'authz'];
/** An address longer than this is cut. */
const MAX_CHARS = 200;

export function readAuth(root: YamlNode): Auth {
  const legacyUrl = textOf(at(root, 'auth', 'url'));
  const place = at(root, 'auth', 'url')?.place;
  const isOn = textSaid(root, 'auth', 'keyboardInteractive', 'method').value === 'oauth2';
  return {
    webhooks: CLIENTS.flatMap((path) => readClient(root, path)),
    legacy:
      legacyUrl && place ? { place, password: booleanSaid(root, 'auth', 'password'), pubkey: booleanSaid(root, 'auth', 'pubkey') } : null,
    methods: METHODS.filter((method) => isSet(at(root, 'auth', method), 'method')),
    provider: isOn ? textSaid(root, 'auth', 'keyboardInteractive', 'oauth2', 'provider') : { value: null },
  };
}

/** Schemes are compared as the standard has it; what stands before an `@` is a password and goes. */
function readClient(root: YamlNode, path: readonly string[]): Webhook[] {
  const client = at(root, ...path);
  const url = textOf(at(client, 'url')) ?? '';
  const place = at(client, 'url')?.place;
  if (url === '' || !place) return [];
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return [
    {
      key: path.join('.'),
      url: parsed ? `${parsed.protocol}//${parsed.host}`.slice(0, MAX_CHARS) : 'not an address',
      secure: parsed?.protocol === 'https:',
      loopback: parsed !== undefined && isLoopbackHost(parsed.hostname),
      clientCertificate: isSet(client, 'cert') && isSet(client, 'key'),
      place,
    },
  ];
}
