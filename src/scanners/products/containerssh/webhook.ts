import { randomBytes } from 'node:crypto';
import { WEBHOOK_ANSWER_KEYS } from '../../../knowledge/containerssh.js';
import type { Facts } from '../../../model.js';
import type { HttpAnswer, HttpSession } from '../../http-client.js';
import { ProbeError } from '../../scanner.js';
import { jsonIn } from './answers.js';
import { inventedUser } from './key-query.js';
import { secretsIn } from './secret-paths.js';

type Webhook = Facts['containerssh.auth-webhook'];

const HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

export const post = (session: HttpSession, path: string, body: object): Promise<HttpAnswer> =>
  session.request({ method: 'POST', path, headers: HEADERS, body: JSON.stringify(body) });

/** One login of a user without a name: an answer that ContainerSSH would take makes it a webhook, whoever wrote it. */
export async function askWebhook(session: HttpSession): Promise<Webhook> {
  const answer = await post(session, '/password', {});
  const said = verdictIn(answer);
  if (said === null) throw new ProbeError('protocol', `status ${answer.status} to POST /password, not the answer of a webhook`);
  if (verdictIn(await post(session, '/porosity-nothing', {})) !== null)
    throw new ProbeError('protocol', 'it answers so on an invented path, too');
  const refused = await session.request({ path: '/password', headers: { Accept: 'application/json' } });
  const authz = await post(session, '/authz', {});
  return {
    success: said,
    echoes: typeof jsonIn(answer)?.['connectionId'] === 'string',
    libraryError: refused.status === 500 && jsonIn(refused)?.['error'] === 'Internal Server Error',
    authzStatus: authz.status,
  };
}

/** `success`, where the whole answer is one that ContainerSSH would take. */
export function verdictIn(answer: HttpAnswer): boolean | null {
  const said = answer.status === 200 ? jsonIn(answer) : undefined;
  if (!said || Object.keys(said).some((key) => !WEBHOOK_ANSWER_KEYS.includes(key))) return null;
  return typeof said['success'] === 'boolean' ? said['success'] : null;
}

/** Who is said to want in; RFC 5737: an address that is nobody's. */
export const visitor = (username: string) => ({
  username,
  remoteAddress: '192.0.2.1:1',
  connectionId: randomBytes(16).toString('hex'),
  clientVersion: 'SSH-2.0-porosity',
});

/** `/config` is only what upstream's examples call it; the real address stands in `configserver.url`. */
export async function askConfigWebhook(session: HttpSession): Promise<Facts['containerssh.served-config']> {
  const username = inventedUser();
  const answer = await post(session, '/config', { ...visitor(username), authenticatedUsername: username });
  if (answer.truncated) throw new ProbeError('limit', 'its answer is longer than 64 KiB');
  const { status } = answer;
  const config = jsonIn(answer)?.['config'];
  const isConfig = status === 200 && typeof config === 'object' && config !== null && !Array.isArray(config);
  if (!isConfig) throw new ProbeError('protocol', `status ${status} to POST /config, not a configuration`);
  return { config: true, secrets: [...secretsIn(config)] };
}
