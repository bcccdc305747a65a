import { randomBytes, randomUUID } from 'node:crypto';
import { parseRelease } from '../../../knowledge/beszel.js';
import type { Facts, WireFactOf } from '../../../model.js';
import { request } from '../../http-client.js';
import { object } from '../../json.js';
import { type Dial, ProbeError } from '../../scanner.js';
import { type HubClient, readAnswer, strange, turnsAway } from './client.js';

type Fact<Name extends string> = Facts[Extract<WireFactOf<'beszel-hub'>, `beszel-hub.${Name}`>];

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
