import { WEB_TERMINALS } from '../../../knowledge/web-terminals.js';
import type { Evidence, Facts } from '../../../model.js';
import type { HttpAnswer, HttpSession } from '../../http-client.js';
import { observe, observeIf, ProbeError } from '../../scanner.js';
import { cookieValue } from '../webssh/session-cookie.js';
import { otherProgram, type Page, pageOf, realmOf, type Root, sendsToTls, type Terminal, textOf } from './terminal.js';

const SCRIPT = '/static/js/main.js';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const TEXT_MAX_CHARS = 120;

/** webssh by huashengdun (PyPI `webssh`): a form that connects whoever fills it in to any SSH server. */
const huashengdun: Terminal = {
  socket: { path: '/ws?id=porosity' },
  product: 'huashengdun-webssh',
  // Pages may be refused or sent to TLS; static files are not (handler.py).
  mayHide: (root) => realmOf(root) !== undefined || (root.server === 'TornadoServer' && root.status >= 300 && root.status <= 403),

  async look(ask, root) {
    const script = await ask.request({ path: SCRIPT });
    const known = script.status === 200 && /^\/\*jslint browser:true \*\/\s+var jQuery;\s+var wssh\b/.test(textOf(script));
    if (!known && !WEB_TERMINALS['huashengdun-webssh'].shows(root)) throw otherProgram(SCRIPT, script);
    const banner = (script.headers['server'] ?? '').slice(0, TEXT_MAX_CHARS) || root.server;
    return pageOf(root, { product: 'huashengdun-webssh', base: '', banner, door: doorOf(root), saw: `GET / answered ${root.status}` });
  },

  async more(dial, ask, { door }): Promise<Evidence> {
    if (door === 'to-tls') return {};
    return {
      'web-terminal.unknown-path': await observe(() => readUnknownPath(ask)),
      'web-terminal.csrf': await observeIf(dial, 'active', () => postNothing(ask)),
      ...(door === 'open' ? { 'web-terminal.targets': await observeIf(dial, 'active', () => askTargets(ask)) } : {}),
    };
  },
};
export default huashengdun;

function doorOf(root: Root): Page['door'] {
  if (root.status === 200) return 'open';
  if (root.status === 401) return 'proxy-login';
  return sendsToTls(root) ? 'to-tls' : 'forbidden';
}

async function readUnknownPath(ask: HttpSession): Promise<Facts['web-terminal.unknown-path']> {
  const answer = await ask.request({ path: '/porosity-not-there' });
  const contentType = (answer.headers['content-type'] ?? '').slice(0, TEXT_MAX_CHARS);
  return { status: answer.status, contentType, traceback: textOf(answer).startsWith('Traceback (most recent call last)') };
}

/** Every answer to a POST is JSON with status 200; what counts is its `status`. */
function saidIn(answer: HttpAnswer): string {
  const said = /"status": "((?:[^"\\]|\\.){1,300})"/.exec(textOf(answer))?.[1];
  if (answer.status !== 200 || said === undefined) throw new ProbeError('protocol', `status ${answer.status} to a POST`);
  return said.slice(0, TEXT_MAX_CHARS);
}

async function postNothing(ask: HttpSession): Promise<Facts['web-terminal.csrf']> {
  const saw = saidIn(await ask.request({ method: 'POST', path: '/', headers: FORM, body: '' }));
  if (saw.includes("'_xsrf' argument missing")) return { checked: true, saw };
  if (/^Missing (?:argument|value) hostname/.test(saw)) return { checked: false, saw };
  throw new ProbeError('protocol', `a POST without a field was answered "${saw}"`);
}

/**
 * `--policy=reject` turns hosts without a known key away before it looks at the private key, and everything before it
 * dials (handler.py, get_args): a key that is none tells the two apart, and nobody is connected to.
 */
async function askTargets(ask: HttpSession): Promise<Facts['web-terminal.targets']> {
  const xsrf = cookieValue(await ask.request({ path: '/' }), '_xsrf') ?? '';
  const fields = { _xsrf: xsrf, hostname: 'porosity.invalid', port: '22', username: 'porosity', privatekey: 'porosity' };
  const headers = { ...FORM, Cookie: `_xsrf=${xsrf}` };
  const saw = saidIn(await ask.request({ method: 'POST', path: '/', headers, body: new URLSearchParams(fields).toString() }));
  if (/^Connection to porosity\.invalid:22 is not allowed/.test(saw)) return { limited: true, saw };
  if (/^Invalid key/.test(saw)) return { limited: false, saw };
  throw new ProbeError('protocol', `a form with a key that is none was answered "${saw}"`);
}
