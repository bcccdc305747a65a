import { createHash } from 'node:crypto';
import { PUBLISHED_SESSION_SECRETS } from '../../../knowledge/betterdesk.js';
import type { Evidence, Facts } from '../../../model.js';
import type { HttpAnswer, HttpSession } from '../../http-client.js';
import { beside, type Dial, failed, observe, observeIf, ProbeError } from '../../scanner.js';
import { openWebSocket } from '../../websocket.js';
import { askLanDiscovery } from './lan-discovery.js';

/** X-XSS-Protection is best at 0 and protects from nothing. */
const PROTECTIONS = ['content-security-policy', 'x-frame-options', 'x-content-type-options', 'referrer-policy'];
const HEADER_MAX_CHARS = 800;
const JSON_BODY = { 'Content-Type': 'application/json' };
/** UDP; the relay has the same number for its WebSocket, on TCP. */
const DISCOVERY_PORT = 21119;
/** RFC 5737: nobody's addresses. */
const NOBODYS = ['192.0.2.10', '192.0.2.11'];
/** csrf-csrf 3: the token, a bar, and the SHA-256 of the token and the session secret (measured on console 2.3.0). */
const CSRF = /^([0-9a-f]{128})(?:%7C|\|)([0-9a-f]{64})$/i;

interface Login {
  readonly page: Facts['betterdesk-console.login-page'];
  /** Cookie and token of this page, which a browser would send back with its login; kept here alone. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

export async function gatherConsole(dial: Dial, session: HttpSession): Promise<Evidence> {
  const login = await observe(() => readLogin(session));
  if (!login.ok) return { 'betterdesk-console.login-page': login };
  const { page, headers } = login.value;
  if (!page.ours) return { 'betterdesk-console.login-page': { ok: true, value: page } };
  return {
    'betterdesk-console.login-page': { ok: true, value: page },
    'betterdesk-console.csrf': await observeIf(dial, 'active', () => loginWithoutToken(session)),
    // The general limit is said to a login that the token check turned away: only one that passed it shows the login's.
    'betterdesk-console.login-limit': headers
      ? await observeIf(dial, 'active', () => limitOf(session, '/api/auth/login', headers))
      : failed('protocol', 'the login page set no __csrf cookie of a known shape'),
    'betterdesk-console.client-login-limit': await observeIf(dial, 'active', () => limitOf(session, '/api/login', {})),
    'betterdesk-console.forwarded': await observeIf(dial, 'active', () => forgeAddresses(session)),
    'betterdesk-console.websocket': await observeIf(dial, 'active', () => upgradeWithoutSession(dial)),
    'betterdesk-console.lan-discovery': await observeIf(dial, 'active', () => askLanDiscovery(beside(dial, DISCOVERY_PORT, 'udp'))),
  };
}

async function readLogin(session: HttpSession): Promise<Login> {
  const answer = await session.request({ path: '/login' });
  const text = answer.body.toString('utf8');
  const cookie = csrfCookieOf(answer);
  const [, token = '', hash = ''] = CSRF.exec(cookie?.value ?? '') ?? [];
  const script = /window\.BetterDesk\s*=/.test(text);
  return {
    page: {
      status: answer.status,
      version: /BetterDesk v(\d[\w.-]{0,20})/.exec(text)?.[1] ?? '',
      ours: answer.status === 200 && (script || token !== ''),
      csrfCookie: cookie?.flags ?? null,
      csrfHash: token === '' ? 'unknown shape' : isPublished(token, hash) ? 'published secret' : 'other secret',
      headers: Object.fromEntries(
        PROTECTIONS.flatMap((name) => (answer.headers[name] ? [[name, answer.headers[name].slice(0, HEADER_MAX_CHARS)]] : [])),
      ) as Record<string, string>,
      claimsHttps: 'strict-transport-security' in answer.headers || cookie?.flags.secure === true,
    },
    headers: token === '' ? undefined : { Cookie: `__csrf=${cookie?.value}`, 'X-CSRF-Token': token },
  };
}

const isPublished = (token: string, hash: string): boolean =>
  PUBLISHED_SESSION_SECRETS.some((secret) => createHash('sha256').update(`${token}${secret}`).digest('hex') === hash.toLowerCase());

function csrfCookieOf({ rawHeaders }: HttpAnswer) {
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const [, value, attributes = ''] = (/^set-cookie$/i.test(rawHeaders[i]!) && /^__csrf=([^;]*)(.*)$/.exec(rawHeaders[i + 1]!)) || [];
    if (value === undefined) continue;
    const sameSite = /;\s*samesite=(\w{0,10})/i.exec(attributes)?.[1] ?? '';
    return { value, flags: { secure: /;\s*secure/i.test(attributes), httpOnly: /;\s*httponly/i.test(attributes), sameSite } };
  }
  return undefined;
}

async function loginWithoutToken(session: HttpSession): Promise<Facts['betterdesk-console.csrf']> {
  const answer = await session.request({ method: 'POST', path: '/api/auth/login', headers: JSON_BODY, body: '{}' });
  if (answer.status === 404) throw new ProbeError('protocol', 'no login at /api/auth/login');
  return { status: answer.status, refused: answer.status === 403 };
}

/** One login without a name: nothing fails but the form, and one of the attempts of this minute is used. */
async function limitOf(
  session: HttpSession,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Facts['betterdesk-console.login-limit']> {
  const answer = await session.request({ method: 'POST', path, headers: { ...JSON_BODY, ...headers }, body: '{}' });
  if (answer.status === 403) throw new ProbeError('refused', 'turned away by the token check, which says nothing about the login');
  // IETF draft-ietf-httpapi-ratelimit-headers-06, `5;w=60`.
  const [, limit, window] = /^\s*(\d{1,9})\s*;\s*w=(\d{1,9})/.exec(answer.headers['ratelimit-policy'] ?? '') ?? [];
  return { status: answer.status, limit: limit ? Number(limit) : null, windowSeconds: window ? Number(window) : null };
}

async function forgeAddresses(session: HttpSession): Promise<Facts['betterdesk-console.forwarded']> {
  const remaining: number[] = [];
  for (const forged of ['', ...NOBODYS]) {
    const headers: Record<string, string> = forged ? { 'X-Forwarded-For': forged } : {};
    const left = (await session.request({ path: '/api/login-options', headers })).headers['ratelimit-remaining'];
    if (left === undefined || !/^\d{1,9}$/.test(left)) throw new ProbeError('protocol', 'no RateLimit-Remaining in the answer');
    remaining.push(Number(left));
  }
  return { remaining };
}

async function upgradeWithoutSession(dial: Dial): Promise<Facts['betterdesk-console.websocket']> {
  const socket = await openWebSocket(dial, { path: '/ws/rendezvous' });
  if ('close' in socket) socket.close();
  return { status: socket.status };
}
