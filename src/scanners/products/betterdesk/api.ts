import type { Evidence, Facts } from '../../../model.js';
import { type HttpAnswer, type HttpSession, openSession, request } from '../../http-client.js';
import { object, parseJson, text } from '../../json.js';
import { beside, type Dial, observe, observeIf, ProbeError } from '../../scanner.js';

const CDAP_PORT = 21122;
const MAX_KEYS = 30;
/** One more than BetterDesk allows in five minutes. */
const LOGINS = 6;

/** The Go API. Where `/api/health` is somebody else's, nothing more is asked and no fact is there. */
export async function gatherApi(dial: Dial): Promise<Evidence> {
  const session = openSession(dial);
  try {
    const health = await observe(() => readHealth(session));
    if (!health.ok && health.failure.kind === 'protocol') return {};
    return {
      'betterdesk.health': health,
      'betterdesk.stats': await observe(() => readStats(session)),
      'betterdesk.metrics': await observe(() => readMetrics(session)),
      'betterdesk.public-key': await observe(() => readPublicKey(session)),
      'betterdesk.protected': await observe(() => askPeers(session)),
      'betterdesk.cdap': await observe(() => askCdap(beside(dial, CDAP_PORT, 'tcp'))),
      'betterdesk.api-login-limit': await observeIf(dial, 'intrusive', () => exhaustLogins(session)),
    };
  } finally {
    session.close();
  }
}

async function readHealth(session: HttpSession): Promise<Facts['betterdesk.health']> {
  const answer = await session.request({ path: '/api/health' });
  const said = membersIn(answer);
  const ours = ['status', 'version', 'uptime', 'tls', 'peers_total', 'peers_online'].every((key) => key in said);
  if (answer.status !== 200 || !ours) throw new ProbeError('protocol', `status ${answer.status}, not the health of BetterDesk`);
  const relays = object(said['connection'])['relay_servers'] ?? [];
  const peers = said['peers_total'];
  return {
    version: text(said['version']),
    keys: Object.keys(said)
      .slice(0, MAX_KEYS)
      .map((key) => key.slice(0, 50)),
    certificateConfigured: said['tls'] === true,
    peersTotal: typeof peers === 'number' ? peers : null,
    relayServers: Array.isArray(relays) ? relays.length : Number(relays !== ''),
  };
}

async function readStats(session: HttpSession): Promise<Facts['betterdesk.stats']> {
  const answer = await session.request({ path: '/api/server/stats' });
  return { status: answer.status, goVersion: text(membersIn(answer)['go_version']) };
}

async function readMetrics(session: HttpSession): Promise<Facts['betterdesk.metrics']> {
  const { status, body } = await session.request({ path: '/metrics' });
  return { status, ours: /^betterdesk_/m.test(body.toString('latin1')) };
}

async function readPublicKey(session: HttpSession): Promise<Facts['betterdesk.public-key']> {
  const answer = await session.request({ path: '/api/server/pubkey' });
  const key = text(membersIn(answer)['key']);
  if (Buffer.from(key, 'base64').length !== 32) throw new ProbeError('protocol', `status ${answer.status} and no Ed25519 key`);
  return { key };
}

async function askPeers(session: HttpSession): Promise<Facts['betterdesk.protected']> {
  const answer = await session.request({ path: '/api/peers' });
  return { status: answer.status, error: text(membersIn(answer)['error']) };
}

/** With CDAP_TLS its listener dies of a connection that closes without a byte, so it is asked here and never swept. */
async function askCdap(cdap: Dial): Promise<Facts['betterdesk.cdap']> {
  const answer = await observe(() => request(cdap, { path: '/cdap/health' }));
  if (answer.ok) {
    const { status, body } = answer.value;
    if (status === 200 && 'connections' in membersIn(answer.value)) return { answers: true, saw: `GET /cdap/health answered ${status}` };
    throw new ProbeError('protocol', `status ${status}, ${body.length} bytes: not the health of CDAP`);
  }
  if (answer.failure.kind === 'refused') return { answers: false, saw: `port ${CDAP_PORT} is closed` };
  throw new ProbeError(answer.failure.kind, answer.failure.detail);
}

const membersIn = ({ body }: HttpAnswer) => object(parseJson(body));

/** No name is tried and nothing is logged, but this address cannot log in for the next five minutes. */
async function exhaustLogins(session: HttpSession): Promise<Facts['betterdesk.api-login-limit']> {
  const statuses: number[] = [];
  for (let i = 0; i < LOGINS && statuses.at(-1) !== 429; i++) {
    const headers = { 'Content-Type': 'application/json' };
    statuses.push((await session.request({ method: 'POST', path: '/api/auth/login', headers, body: '{}' })).status);
  }
  return { statuses };
}
