import { ProbeError } from '../../../errors.js';
import type { Facts } from '../../../model.js';
import { type Home, readStoredData } from './home.js';

type UsersFact = Facts['home-assistant.config-users'];
type Json = Readonly<Record<string, unknown>>;

const MAX_LISTED = 100;
const SECOND_FACTORS = ['auth_module.totp', 'auth_module.notify'];
const ADMINISTRATORS = 'system-admin';

/** People and tokens of `.storage/auth`. Its `token` and `jwt_key` are live secrets and are not touched. */
export async function readUsers(home: Home): Promise<UsersFact> {
  const stored = await readStoredData(home, 'auth');
  if (!stored) throw new ProbeError('skipped', '.storage/auth is not in the folder');
  const place = await placesIn(home, 'auth');
  const withPassword = new Set(
    listOf(stored, 'credentials').flatMap((one) => (one.auth_provider_type === 'homeassistant' ? [one.user_id] : [])),
  );
  const withSecondFactor = new Set<unknown>();
  for (const name of SECOND_FACTORS) {
    const users = ((await readStoredData(home, name)) as Json | undefined)?.users;
    for (const id of Object.keys(typeof users === 'object' && users !== null ? users : {})) withSecondFactor.add(id);
  }
  const users = listOf(stored, 'users')
    .filter((user) => user.is_active !== false && user.system_generated !== true && withPassword.has(user.id))
    .map((user) => ({
      name: textOf(user.name),
      admin: user.is_owner === true || (Array.isArray(user.group_ids) && user.group_ids.includes(ADMINISTRATORS)),
      localOnly: user.local_only === true,
      secondFactor: withSecondFactor.has(user.id),
      place: place(user.id),
    }));
  const tokens = listOf(stored, 'refresh_tokens')
    .filter((token) => token.token_type === 'long_lived_access_token')
    .map((token) => ({
      name: textOf(token.client_name),
      createdAt: textOf(token.created_at),
      lastUsedAt: typeof token.last_used_at === 'string' ? textOf(token.last_used_at) : null,
      place: place(token.id),
    }));
  return { users: users.slice(0, MAX_LISTED), tokens: tokens.slice(0, MAX_LISTED) };
}

/** Which steps were done, and whether somebody owns the instance: the file does not exist before the first step. */
export async function readOnboarding(home: Home): Promise<Facts['home-assistant.config-onboarding']> {
  const onboarding = (await readStoredData(home, 'onboarding')) as Json | undefined;
  const auth = await readStoredData(home, 'auth');
  if (!onboarding && !auth) throw new ProbeError('skipped', '.storage/onboarding and .storage/auth are not in the folder');
  return {
    done: onboarding ? (Array.isArray(onboarding.done) ? onboarding.done.map(textOf).slice(0, MAX_LISTED) : []) : null,
    owner: auth ? listOf(auth, 'users').some((user) => user.is_owner === true) : null,
    place: { file: home.path(`.storage/${onboarding ? 'onboarding' : 'auth'}`) },
  };
}

function listOf(stored: object, key: string): readonly Json[] {
  const list = (stored as Json)[key];
  return Array.isArray(list) ? list.filter((one): one is Json => typeof one === 'object' && one !== null) : [];
}

const MAX_TEXT = 100;
const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MAX_TEXT) : '');

/** Finds the line that an entry's id stands on. */
async function placesIn(home: Home, name: string): Promise<(id: unknown) => { file: string; line?: number }> {
  const file = home.path(`.storage/${name}`);
  const text = (await home.folder.find(file)?.text()) ?? '';
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    for (const [, id] of line.matchAll(/"id":\s*"([^"]*)"/g)) if (id !== undefined && !lines.has(id)) lines.set(id, index + 1);
  }
  return (id) => {
    const line = typeof id === 'string' ? lines.get(id) : undefined;
    return line === undefined ? { file } : { file, line };
  };
}
