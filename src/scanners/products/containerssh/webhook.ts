import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { WEBHOOK_ANSWER_KEYS } from '../../../knowledge/containerssh.js';
import type { Facts } from '../../../model.js';
import type { HttpAnswer, HttpSession } from '../../http-client.js';
import { ProbeError } from '../../scanner.js';
import { jsonIn } from './answers.js';
import { inventedKey, inventedUser } from './key-query.js';
import { secretsIn } from './secret-paths.js';

type Webhook = Facts['containerssh.auth-webhook'];

/** Failed logins come no faster than this, so that no limiter of the owner's is used up. */
const PAUSE_MS = 1_000;
/** Upstream's sample server lets this user in with any password. */
const SAMPLE_USER = 'foo';

const HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

const post = (session: HttpSession, path: string, body: object): Promise<HttpAnswer> =>
  session.request({ method: 'POST', path, headers: HEADERS, body: JSON.stringify(body) });

/** One login of a user without a name: an answer that ContainerSSH would take makes it a webhook, whoever wrote it. */
export async function askWebhook(session: HttpSession): Promise<Webhook> {
  const answer = await post(session, '/password', {});
  const said = verdictIn(answer);
  if (said === null) throw new ProbeError('protocol', `status ${answer.status} to POST /password, not the answer of a webhook`);
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
function verdictIn(answer: HttpAnswer): boolean | null {
  const said = answer.status === 200 ? jsonIn(answer) : undefined;
  if (!said || Object.keys(said).some((key) => !WEBHOOK_ANSWER_KEYS.includes(key))) return null;
  return typeof said['success'] === 'boolean' ? said['success'] : null;
}

/** People who do not exist: an invented user by password and by key and, where it looks like the sample, its own user. */
export async function tryInventedLogins(session: HttpSession, { libraryError }: Webhook): Promise<Facts['containerssh.webhook-logins']> {
  const login = async (path: string, username: string, proof: object) => {
    await wait(PAUSE_MS);
    return verdictIn(await post(session, path, { ...visitor(username), ...proof }));
  };
  const passwordBase64 = randomBytes(12).toString('base64');
  return {
    password: await login('/password', inventedUser(), { passwordBase64 }),
    publicKey: await login('/pubkey', inventedUser(), { publicKey: `ssh-ed25519 ${inventedKey().toString('base64')}` }),
    sampleUser: libraryError ? await login('/password', SAMPLE_USER, { passwordBase64 }) : null,
  };
}

/** RFC 5737: an address that is nobody's. */
const visitor = (username: string) => ({
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
