import type { Facts, WireFactOf } from '../../../model.js';
import { FOREIGN_ORIGIN, type HttpAnswer, type HttpSession } from '../../http-client.js';
import { headersOf } from '../../protocols/http-headers.js';
import { ProbeError } from '../../scanner.js';
import { titleOf } from '../../wire/html.js';
import { type EngineOpen, engineOpenIn, POLLING, sayGoodbye, sendPacket } from '../engine-io.js';

type Fact<Name extends string> = Facts[Extract<WireFactOf<'webssh'>, `webssh.${Name}`>];

/** The server, and the path under which the application lives (`APPLICATION_ROOT`); empty at the top. */
export interface Place {
  readonly ask: HttpSession;
  readonly base: string;
}

const TEXT_MAX_CHARS = 200;
const PREFIX = '/porosity-probe';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

const textOf = ({ body }: HttpAnswer) => body.toString('utf8');
const cut = (text: string) => text.slice(0, TEXT_MAX_CHARS);
const locationOf = ({ headers }: HttpAnswer) => cut(headers['location'] ?? '');
const hasForm = (answer: HttpAnswer) => tokenIn(answer) !== undefined;

/** The CSRF token of the form on a page (Flask-WTF). */
export const tokenIn = (answer: HttpAnswer): string | undefined => /name="csrf_token"[^>]{0,80}value="([\w.-]+)"/.exec(textOf(answer))?.[1];

export function describeLogin(path: string, answer: HttpAnswer): Fact<'login'> {
  const { status } = answer;
  return {
    status,
    path: cut(path),
    location: locationOf(answer),
    title: titleOf(textOf(answer)),
    headers: headersOf(answer),
    form: hasForm(answer),
  };
}

export function describeRegistration(answer: HttpAnswer): Fact<'registration'> {
  return { status: answer.status, location: locationOf(answer), title: titleOf(textOf(answer)), form: hasForm(answer) };
}

export function describeSocket(answer: HttpAnswer): Fact<'socket'> {
  const { pingIntervalMs = 0, pingTimeoutMs = 0, maxPayloadBytes = 0 } = engineOpenIn(answer) ?? {};
  return { status: answer.status, pingIntervalMs, pingTimeoutMs, maxPayloadBytes };
}

export async function readHealth({ ask, base }: Place): Promise<Fact<'health'>> {
  const answer = await ask.request({ path: `${base}/health` });
  const text = textOf(answer);
  const says = /^\{\s*"status":\s*"(\w{1,20})"\s*\}/.exec(text)?.[1] ?? '';
  // Flask indents JSON where it runs in debug mode.
  return { status: answer.status, says, indented: says !== '' && /^\{\r?\n {2}/.test(text) };
}

/** Steps into the default namespace as a stranger. No SSH connection comes of it; it leaves a line in the log. */
export async function stepIn({ ask, base }: Place, open: EngineOpen | undefined): Promise<Fact<'socket-stranger'>> {
  if (!open?.sid) throw new ProbeError('protocol', 'no opening packet to go on from');
  await sendPacket(ask, base, open.sid, '40');
  // Once: a second poll would stay without an answer.
  const poll = await ask.request({ path: `${base}/socket.io/?${POLLING}&sid=${open.sid}` });
  const status = /42\["connected",\{"status":"(\w{1,40})"/.exec(textOf(poll))?.[1];
  if (status === undefined) throw new ProbeError('protocol', `status ${poll.status} without the event "connected"`);
  return { status };
}

export async function askForeignOrigin(place: Place): Promise<Fact<'socket-origin'>> {
  const { ask, base } = place;
  const answer = await ask.request({ path: `${base}/socket.io/?${POLLING}`, headers: { Origin: FOREIGN_ORIGIN } });
  await sayGoodbye(ask, base, engineOpenIn(answer));
  return {
    status: answer.status,
    allowedOrigin: cut(answer.headers['access-control-allow-origin'] ?? ''),
    credentials: answer.headers['access-control-allow-credentials'] === 'true',
    refused: answer.status === 400 && textOf(answer).includes('Not an accepted origin'),
  };
}

/** No field at all: nothing to log in with, and refused before the limiter counts. */
export async function postNothing({ ask, base }: Place): Promise<Fact<'csrf'>> {
  const answer = await ask.request({ method: 'POST', path: `${base}/login`, headers: FORM, body: '' });
  return { status: answer.status, reason: /The (?:CSRF|referrer) [\w ]{1,60}\./.exec(textOf(answer))?.[0] ?? '' };
}

/** `/console` answers only to the name that the server is bound to; the style sheet of the debugger answers to all. */
export async function askDebugger({ ask, base }: Place): Promise<Fact<'debugger'>> {
  const answer = await ask.request({ path: `${base}/?__debugger__=yes&cmd=resource&f=style.css` });
  return { status: answer.status, contentType: cut(answer.headers['content-type'] ?? '') };
}

export async function forgePrefix({ ask, base }: Place): Promise<Fact<'forwarded-prefix'>> {
  const answer = await ask.request({ path: `${base}/`, headers: { 'X-Forwarded-Prefix': PREFIX } });
  const location = locationOf(answer);
  if (location === '') throw new ProbeError('protocol', `status ${answer.status} without a redirect`);
  return { status: answer.status, location, believed: location.includes(PREFIX) };
}
