import { ProbeError } from '../../../errors.js';
import type { Facts } from '../../../model.js';
import { parseNetwork } from '../network.js';
import { at, boundedItemsOf, entriesOf, textOf, type YamlNode } from '../yaml.js';
import type { Home } from './home.js';

type AuthFact = Facts['home-assistant.config-auth'];
type Provider = AuthFact['providers'][number];

/** Ways to log in: packages cannot add any, so only the main block counts. */
export async function readAuth(home: Home): Promise<AuthFact> {
  if (!home.loaded.ok) throw new ProbeError(home.loaded.failure.kind, home.loaded.failure.detail);
  const { root } = home.loaded.value;
  const block = at(root, 'homeassistant');
  const providers = at(block, 'auth_providers');
  const unknown = [block, providers].find((node) => node?.unresolved !== undefined)?.unresolved;
  if (unknown !== undefined) throw new ProbeError('skipped', unknown);
  const modules = at(block, 'auth_mfa_modules');
  return {
    providers: boundedItemsOf(providers).map(readProvider),
    mfaModules: modules ? boundedItemsOf(modules).map((node) => ({ text: nameOf(at(node, 'type')), place: node.place })) : null,
    ...(providers ? { place: providers.place } : {}),
  };
}

function readProvider(node: YamlNode): Provider {
  const listed = at(node, 'trusted_networks');
  const networks = boundedItemsOf(listed).flatMap((item) => {
    const text = textOf(item) ?? '';
    const network = parseNetwork(text);
    return network ? [{ text, ...network, place: item.place }] : [];
  });
  const unknown = [node, listed, ...boundedItemsOf(listed)].find((one) => one?.unresolved !== undefined)?.unresolved;
  return {
    type: nameOf(at(node, 'type')),
    place: node.place,
    networks,
    bypassLogin: at(node, 'allow_bypass_login')?.value === true,
    restrictedUsers: entriesOf(at(node, 'trusted_users')).length > 0,
    ...(unknown === undefined ? {} : { unresolved: unknown }),
  };
}

const MAX_NAME = 60;
const nameOf = (node: YamlNode | undefined): string => (textOf(node) ?? '').slice(0, MAX_NAME);
