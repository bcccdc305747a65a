import { generationOfSocket, generationOfTitle } from '../../knowledge/webssh.js';
import type { Evidence, Facts, Observation, WireFactOf } from '../../model.js';
import { type HttpAnswer, openSession } from '../http-client.js';
import { defineProductScanner, type Dial, failed, observe, observeIf, valueOf } from '../scanner.js';
import { engineOpenIn, POLLING, sayGoodbye } from './engine-io.js';
import { fillLimit } from './webssh/login-limit.js';
import * as look from './webssh/looks.js';
import { readSession } from './webssh/session-cookie.js';

export default defineProductScanner({
  kind: 'webssh',
  over: ['http'],

  /** The login limiter counts by address and would lock out whoever shares ours: only `--intrusive` fills it. */
  async gather(dial, evidence) {
    const ask = openSession(dial);
    const place = { ask, base: baseOf(evidence) };
    try {
      const path = `${place.base}/login`;
      const login = await observe(() => ask.request({ path }));
      const socket = await observe(() => ask.request({ path: `${place.base}/socket.io/?${POLLING}` }));
      const seen = {
        'webssh.login': map(login, (answer) => look.describeLogin(path, answer)),
        'webssh.socket': map(socket, look.describeSocket),
      };
      const open = socket.ok ? engineOpenIn(socket.value) : undefined;
      if (!isWebssh(seen, evidence)) {
        await sayGoodbye(ask, place.base, open);
        return { ...seen, ...nothingMore(failed('unsupported', 'it is another program')) };
      }
      const registration = await observe(() => ask.request({ path: `${place.base}/register` }));
      const pages = [login, registration].flatMap((page) => (page.ok ? [page.value] : []));
      const more = {
        'webssh.registration': map(registration, look.describeRegistration),
        'webssh.session': await observe(() => readSession(pages)),
        'webssh.health': await observe(() => look.readHealth(place)),
        'webssh.socket-stranger': await observeIf(dial, 'active', () => look.stepIn(place, open)),
      };
      await sayGoodbye(ask, place.base, open);
      return { ...seen, ...more, ...(await lookCloser(dial, place)) };
    } finally {
      ask.close();
    }
  },
});

async function lookCloser(dial: Dial, place: look.Place) {
  return {
    'webssh.socket-origin': await observeIf(dial, 'active', () => look.askForeignOrigin(place)),
    'webssh.csrf': await observeIf(dial, 'active', () => look.postNothing(place)),
    'webssh.debugger': await observeIf(dial, 'active', () => look.askDebugger(place)),
    'webssh.forwarded-prefix': await observeIf(dial, 'active', () => look.forgePrefix(place)),
    'webssh.login-limit': await observeIf(dial, 'intrusive', () => fillLimit(dial, place)),
  };
}

/** Where the application lives: what stands before `/login` or `/register` in the path of the page that `/` leads to. */
function baseOf(evidence: Evidence): string {
  const path = valueOf(evidence['http.final'])?.path ?? '';
  return /^((?:\/[\w.~-]+)*)\/(?:login|register)(?:\?|$)/.exec(path)?.[1] ?? '';
}

type Seen = { readonly [Name in 'webssh.login' | 'webssh.socket']: Observation<Facts[Name]> };

function isWebssh(seen: Seen, evidence: Evidence): boolean {
  const socket = valueOf(seen['webssh.socket']);
  const titles = [valueOf(seen['webssh.login'])?.title, valueOf(evidence['http.final'])?.title];
  return (socket !== undefined && generationOfSocket(socket) !== undefined) || titles.some((title) => generationOfTitle(title ?? ''));
}

type Failed = ReturnType<typeof failed>;
type Later = Exclude<WireFactOf<'webssh'>, keyof Seen>;

function nothingMore(none: Failed): { readonly [Name in Later]: Failed } {
  return {
    'webssh.registration': none,
    'webssh.session': none,
    'webssh.health': none,
    'webssh.socket-stranger': none,
    'webssh.socket-origin': none,
    'webssh.csrf': none,
    'webssh.debugger': none,
    'webssh.forwarded-prefix': none,
    'webssh.login-limit': none,
  };
}

const map = <T>(answer: Observation<HttpAnswer>, read: (answer: HttpAnswer) => T): Observation<T> =>
  answer.ok ? { ok: true, value: read(answer.value) } : answer;
