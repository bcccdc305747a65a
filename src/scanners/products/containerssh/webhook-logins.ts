import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Facts } from '../../../model.js';
import type { HttpSession } from '../../http-client.js';
import { inventedKey } from '../../invented-key.js';
import { ProbeError } from '../../scanner.js';
import { inventedUser } from './key-query.js';
import { post, verdictIn, visitor } from './webhook.js';

/** Failed logins come no faster than this. */
const PAUSE_MS = 1_000;
/** Upstream's sample server lets this user in with any password. */
const SAMPLE_USER = 'foo';
/** Common limits are five or six. */
const WRONG_PASSWORDS = 7;
const SLOWED_BY_MS = 1_000;
const TOO_MANY_REQUESTS = 429;

const inventedPassword = () => ({ passwordBase64: randomBytes(12).toString('base64') });

/** People who do not exist: an invented user by password and by key and, where it looks like the sample, its own user. */
export async function tryInventedLogins(
  session: HttpSession,
  { libraryError }: Facts['containerssh.auth-webhook'],
): Promise<Facts['containerssh.webhook-logins']> {
  const login = async (path: string, username: string, proof: object) => {
    await wait(PAUSE_MS);
    return verdictIn(await post(session, path, { ...visitor(username), ...proof }));
  };
  return {
    password: await login('/password', inventedUser(), inventedPassword()),
    publicKey: await login('/pubkey', inventedUser(), { publicKey: `ssh-ed25519 ${inventedKey().toString('base64')}` }),
    sampleUser: libraryError ? await login('/password', SAMPLE_USER, inventedPassword()) : null,
  };
}

/** Whether somebody who guesses is stopped or slowed down: the same invented user again and again, until it is. */
export async function tryWrongPasswords(session: HttpSession): Promise<Facts['containerssh.lockout']> {
  const username = inventedUser();
  const tookMs: number[] = [];
  while (tookMs.length < WRONG_PASSWORDS) {
    await wait(PAUSE_MS);
    const startedAt = performance.now();
    const answer = await post(session, '/password', { ...visitor(username), ...inventedPassword() });
    tookMs.push(performance.now() - startedAt);
    if (answer.status === TOO_MANY_REQUESTS) return { attempts: tookMs.length, stopped: true, slowed: false };
    if (verdictIn(answer) !== false) throw new ProbeError('unsupported', `status ${answer.status}, no refusal of a wrong password`);
  }
  return { attempts: tookMs.length, stopped: false, slowed: tookMs.at(-1)! - tookMs[0]! > SLOWED_BY_MS };
}
