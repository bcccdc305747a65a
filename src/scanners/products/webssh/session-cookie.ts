import { createHmac } from 'node:crypto';
import { PUBLISHED_KEYS } from '../../../knowledge/webssh.js';
import type { Facts } from '../../../model.js';
import type { HttpAnswer } from '../../http-client.js';
import { cookiesIn } from '../../protocols/http-headers.js';
import { ProbeError } from '../../scanner.js';

/** Flask's names for the key of its sessions (flask/sessions.py). */
const COOKIE = 'session';
const SALT = 'cookie-session';

/** Flags of the session cookie, and whether a published key signs it: computed here, nothing is sent. */
export function readSession(answers: readonly HttpAnswer[]): Facts['webssh.session'] {
  for (const answer of answers) {
    const value = cookieValue(answer, COOKIE);
    const flags = cookiesIn(answer).find(({ name }) => name === COOKIE);
    if (value === undefined || !flags) continue;
    const { secure, httpOnly, sameSite } = flags;
    const signed = partsOf(value);
    const publishedKey = signed ? (PUBLISHED_KEYS.find(({ key }) => signatureOf(signed.text, key) === signed.signature)?.key ?? '') : '';
    return { secure, httpOnly, sameSite, signed: signed !== undefined, publishedKey, keysTried: signed ? PUBLISHED_KEYS.length : 0 };
  }
  throw new ProbeError('unsupported', 'no page set the cookie `session`');
}

/** The value of a cookie that an answer sets. */
export function cookieValue({ rawHeaders }: HttpAnswer, name: string): string | undefined {
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const line = rawHeaders[at + 1]!;
    if (rawHeaders[at]!.toLowerCase() === 'set-cookie' && line.startsWith(`${name}=`)) return /^[^=]*=([^;]*)/.exec(line)?.[1];
  }
  return undefined;
}

/** `<payload>.<timestamp>.<signature>`, split from the right: a compressed payload begins with a dot. */
function partsOf(value: string): { readonly text: string; readonly signature: string } | undefined {
  const [, text, signature] = /^(\.?[\w-]+\.[\w-]{4,12})\.([\w-]{27})$/.exec(value) ?? [];
  return text === undefined || signature === undefined ? undefined : { text, signature };
}

/** itsdangerous, `key_derivation="hmac"` with SHA-1, as Flask sets it. */
function signatureOf(text: string, key: string): string {
  const derived = createHmac('sha1', key).update(SALT).digest();
  return createHmac('sha1', derived).update(text).digest('base64url');
}
