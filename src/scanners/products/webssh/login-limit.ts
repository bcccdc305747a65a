import type { Facts } from '../../../model.js';
import { type HttpAnswer, hostHeader } from '../../http-client.js';
import { type Dial, ProbeError } from '../../scanner.js';
import { type Place, tokenIn } from './looks.js';
import { cookieValue } from './session-cookie.js';

/** One more than the default of RATELIMIT_LOGIN_LIMIT, `5 per minute`. */
const ATTEMPTS = 6;
/** TEST-NET-2 (RFC 5737): nobody's address. */
const FORGED = '198.51.100.77';
const REFUSAL = 'Too many login attempts';

/**
 * Sends the login form with nothing but its CSRF token: no account is named, no password is tried, nothing locks. Only
 * our own address is refused, for a minute at most. The refusal is a text in a page with status 200.
 */
export async function fillLimit(dial: Dial, { ask, base }: Place): Promise<Facts['webssh.login-limit']> {
  const path = `${base}/login`;
  const page = await ask.request({ path });
  const [token, cookie] = [tokenIn(page), cookieValue(page, 'session')];
  if (token === undefined || cookie === undefined) throw new ProbeError('protocol', 'the login page has no form with a CSRF token');
  const post = (headers: Readonly<Record<string, string>> = {}) =>
    ask.request({
      method: 'POST',
      path,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: `session=${cookie}`,
        ...(dial.layer === 'tls' ? { Referer: `https://${hostHeader(dial)}${path}` } : {}),
        ...headers,
      },
      body: `csrf_token=${encodeURIComponent(token)}`,
    });
  let before: HttpAnswer | undefined;
  for (let attempts = 1; attempts <= ATTEMPTS; attempts++) {
    const answer = await post();
    if (isRefusal(answer)) {
      const liftedByForgedAddress = !isRefusal(await post({ 'X-Forwarded-For': FORGED }));
      return { attempts, refusedAfter: attempts - 1, liftedByForgedAddress };
    }
    if (answer.status !== 200) throw new ProbeError('protocol', `status ${answer.status} to a login form without a name`);
    if (before && wordsOf(before) !== wordsOf(answer)) throw new ProbeError('protocol', 'the answers differ in words that are not known');
    before = answer;
  }
  return { attempts: ATTEMPTS, refusedAfter: null, liftedByForgedAddress: null };
}

const isRefusal = (answer: HttpAnswer) => answer.status === 429 || answer.body.includes(REFUSAL);

/** The page without its token, which is new each time. */
const wordsOf = ({ body }: HttpAnswer) => body.toString('utf8').replace(/value="[\w.-]*"/g, '');
