import type { Facts } from '../../model.js';
import type { HttpAnswer } from '../http-client.js';
import { headerWithoutSecrets } from '../without-secrets.js';

const MAX_HEADERS = 64;
const NAME_MAX_CHARS = 64;
const VALUE_MAX_CHARS = 512;

type Cookie = Facts['http.cookies'][number];

/** Headers as a fact keeps them: bounded, and without the values of cookies, which may be sessions. */
export function headersOf(answer: HttpAnswer): Record<string, string> {
  const kept = Object.entries(answer.headers).slice(0, MAX_HEADERS);
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name.slice(0, NAME_MAX_CHARS),
      (name === 'set-cookie' ? cookieLines(answer).map(withoutValue).join(', ') : headerWithoutSecrets(name, value)).slice(
        0,
        VALUE_MAX_CHARS,
      ),
    ]),
  );
}

/** The cookies that an answer sets, by name and flags (RFC 6265 section 4.1). */
export function cookiesIn(answer: HttpAnswer): readonly Cookie[] {
  return cookieLines(answer).map((line) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const named = (name: string) => attributes.find((attribute) => attribute.toLowerCase().split('=')[0] === name);
    return {
      name: (pair.split('=')[0] ?? '').slice(0, NAME_MAX_CHARS),
      secure: named('secure') !== undefined,
      httpOnly: named('httponly') !== undefined,
      sameSite: (named('samesite')?.split('=')[1] ?? '').toLowerCase().slice(0, NAME_MAX_CHARS),
    };
  });
}

function cookieLines({ rawHeaders }: HttpAnswer): readonly string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]!.toLowerCase() === 'set-cookie').slice(0, MAX_HEADERS);
}

const withoutValue = (line: string) => line.replace(/=[^;]*/, '=…');
