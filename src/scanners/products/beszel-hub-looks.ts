import { randomBytes, randomUUID } from 'node:crypto';
import { parseRelease } from '../../knowledge/beszel.js';
import type { Facts } from '../../model.js';
import { FOREIGN_ORIGIN, request } from '../http-client.js';
import { list, object, text } from '../json.js';
import { type Dial, ProbeError } from '../scanner.js';
import { type HubAnswer, type HubClient, readAnswer, strange } from './beszel-hub-client.js';

type Fact<Name extends string> = `beszel-hub.${Name}` extends infer F extends keyof Facts ? Facts[F] : never;

/** PocketBase: an ordinary visitor, and one who is no superuser. */
const turnsAway = ({ status, said }: HubAnswer): boolean => (status === 401 || status === 403) && said !== undefined;

/** JSON since 0.18.8, a JavaScript literal with bare keys before; nothing up to 0.9. */
export async function readPage(hub: HubClient, path: string): Promise<Fact<'page'>> {
  const { html } = await hub.ask({ path });
  const global = /\bBESZEL\s*=\s*\{([^}]{0,2000})\}/.exec(html)?.[1];
  const word = (name: string): string => text(new RegExp(`["']?\\b${name}["']?\\s*:\\s*["']([^"']*)["']`).exec(global ?? '')?.[1]);
  return { path, isHub: global !== undefined, version: word('HUB_VERSION'), hubUrl: word('HUB_URL'), basePath: word('BASE_PATH') };
}

/** The hub itself has its API at the root, whatever BASE_PATH says; a proxy may have it below. */
export async function readFirstRun(hub: HubClient, basePath: string): Promise<Fact<'first-run'>> {
  const bases = [...new Set(['/', /^\/[\w./-]*\/$/.test(basePath) ? basePath : '/'])];
  let last: ProbeError | undefined;
  for (const base of bases) {
    const path = `${base}api/beszel/first-run`;
    const answer = await hub.ask({ path });
    const firstRun = answer.status === 200 ? answer.said?.['firstRun'] : undefined;
    if (typeof firstRun === 'boolean') return { base, firstRun };
    last ??= strange(path, answer);
  }
  throw last ?? new ProbeError('bug', 'no path was asked');
}

/** The handler returns before it writes anything where e-mail or password are missing (internal/users/users.go). */
export async function sendEmptyClaim(hub: HubClient, base: string): Promise<Fact<'claim'>> {
  const path = `${base}api/beszel/create-user`;
  const answer = await hub.sendEmpty(path);
  const { status, said } = answer;
  if (status === 400 && said?.['err'] === 'Bad request') return { status, answer: 'open' };
  if (status === 403 && said?.['err'] === 'Forbidden') return { status, answer: 'forbidden' };
  if (status === 404 && said && typeof said['message'] === 'string') return { status, answer: 'gone' };
  throw strange(path, answer);
}

interface Info {
  readonly info: Fact<'anonymous-info'>;
  readonly cors: Fact<'cors'>;
}

/** What every login may read, asked without one; releases up to 0.12.3 call it getkey. The public key in it is not kept. */
export async function readInfo(hub: HubClient, base: string): Promise<Info> {
  const ask = async (path: string): Promise<Info> => {
    const answer = await hub.ask({ path, headers: { Origin: FOREIGN_ORIGIN } });
    const { status, said } = answer;
    const cors = { status, allowedOrigin: text(answer.headers['access-control-allow-origin']) };
    const as = (kind: Info['info']['answer'], version = ''): Info => ({ info: { status, path, answer: kind, version }, cors });
    if (status === 200 && text(said?.['key']) && typeof said?.['v'] === 'string') return as('open', text(said['v']));
    if (turnsAway(answer)) return as('login');
    if (answer.isPage) return as('absent');
    throw strange(path, answer);
  };
  const info = await ask(`${base}api/beszel/info`);
  return info.info.answer === 'absent' ? ask(`${base}api/beszel/getkey`) : info;
}

/** PocketBase before 0.23 has no `password` and no `mfa`. */
export async function readSignIn(hub: HubClient, base: string, collection: string): Promise<Fact<'sign-in'>> {
  const path = `${base}api/collections/${collection}/auth-methods`;
  const answer = await hub.ask({ path });
  const { status, said } = answer;
  if (status !== 200 || !said || !('emailPassword' in said || 'password' in said)) throw strange(path, answer);
  const providers = list(object(said['oauth2'])['providers'] ?? said['authProviders']).map((entry) => text(object(entry)['name']));
  const password = object(said['password'])['enabled'] ?? (said['emailPassword'] === true || said['usernamePassword'] === true);
  return { password: password === true, mfa: object(said['mfa'])['enabled'] === true, providers };
}

/** Without a password nobody is registered; where anybody may, it is the password that is missed. */
export async function sendEmptySignUp(hub: HubClient, base: string): Promise<Fact<'sign-up'>> {
  const path = `${base}api/collections/users/records`;
  const answer = await hub.sendEmpty(path);
  const { status, said } = answer;
  if (turnsAway(answer)) return { status, answer: 'closed' };
  const missed = said?.['data'];
  if (status !== 400 || typeof missed !== 'object' || missed === null) throw strange(path, answer);
  if (object(object(missed)['password'])['code'] === 'validation_required') return { status, answer: 'open' };
  if (Object.keys(missed).length === 0) return { status, answer: 'by provider' };
  throw strange(path, answer);
}

/** What matters most: hosts, registration tokens, addresses of people, hardware. */
const COLLECTIONS = ['systems', 'fingerprints', 'users', 'system_details'];

/** Counts what a list would show; the one record that comes along is not looked at. */
export async function countRecords(hub: HubClient, base: string): Promise<Fact<'records'>> {
  const found: Fact<'records'> = [];
  for (const collection of COLLECTIONS) {
    const answer = await hub.ask({ path: `${base}api/collections/${collection}/records?perPage=1` });
    const total = answer.status === 200 ? answer.said?.['totalItems'] : undefined;
    const absent = answer.status === 404 && answer.said !== undefined;
    if (typeof total === 'number') found.push({ collection, state: 'listed', total });
    else found.push({ collection, state: turnsAway(answer) ? 'refused' : absent ? 'absent' : 'unclear', total: 0 });
  }
  return found;
}

export async function readAdminUi(hub: HubClient, base: string): Promise<Fact<'admin-ui'>> {
  const { status, html } = await hub.ask({ path: `${base}_/` });
  if (status >= 500) throw new ProbeError('protocol', `${base}_/ answered ${status}`);
  return { status, isPocketBase: status === 200 && /<title>PocketBase<\/title>/.test(html) };
}

/** A release that speaks WebSocket (0.12.0 and later) wants a version of three numbers before it looks at the upgrade. */
const KNOWN_VERSION = '0.18.8';

/** Asks for the upgrade with a token that was made a moment ago. Where it is granted the connection is dropped unanswered. */
export async function tryRandomToken(dial: Dial, base: string, version: string): Promise<Fact<'token-gate'>> {
  const path = `${base}api/beszel/agent-connect`;
  const headers = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'X-Token': randomUUID(),
    'X-Beszel': parseRelease(version) ? version : KNOWN_VERSION,
  };
  const raw = await request(dial, { path, headers });
  const answer = readAnswer(raw);
  const { status } = answer;
  if (status === 101) return { status, answer: 'upgraded' };
  const words = answer.html.trim();
  if (status === 401 && words === 'Invalid token') return { status, answer: 'refused' };
  if (status === 401 && words === 'Invalid agent version') return { status, answer: 'token accepted' };
  if (answer.isPage) return { status, answer: 'no door' };
  if (status === 429) throw new ProbeError('limit', `${path}: too many requests (429)`);
  throw strange(path, answer);
}

/** The stock rule of PocketBase takes two in three seconds. */
const MAX_FAILED_LOGINS = 4;

/** Tries an address that nobody can have, so that no account is locked and no password guessed. */
export async function failLogins(hub: HubClient, base: string): Promise<Fact<'failed-logins'>> {
  const path = `${base}api/collections/users/auth-with-password`;
  const body = JSON.stringify({ identity: `porosity-${randomUUID()}@porosity.invalid`, password: randomBytes(12).toString('hex') });
  for (let attempts = 1; attempts <= MAX_FAILED_LOGINS; attempts++) {
    try {
      const answer = await hub.ask({ method: 'POST', path, headers: { 'Content-Type': 'application/json' }, body });
      if (answer.status !== 400 || !answer.said) throw strange(path, answer);
    } catch (error) {
      if (error instanceof ProbeError && error.kind === 'limit') return { attempts, limitedAfter: attempts };
      throw error;
    }
  }
  return { attempts: MAX_FAILED_LOGINS, limitedAfter: null };
}
