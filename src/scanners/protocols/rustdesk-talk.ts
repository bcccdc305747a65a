import type { Facts } from '../../model.js';
import { ByteReader } from '../byte-reader.js';
import { type Dial, failureOf, observe, ProbeError } from '../scanner.js';
import { openWebSocket } from '../websocket.js';
import { framed, HEALTH_CHECK, type Message, parseMessage, readFramed, TEST_NAT } from '../wire/rustdesk.js';

/*
 * First words with a RustDesk port. With TLS on, BetterDesk lets nobody else in while a connection has not said its
 * first byte, so every connection here speaks in the tick in which it opens, and none waits for a greeting.
 */

type Hello = Facts['rustdesk.hello'];
export interface Talk {
  readonly asked: Hello['asked'];
  readonly over: Hello['over'];
  readonly messages: readonly Message[];
  /** The text of a command console, empty elsewhere. */
  readonly help: string;
}

/** Where hbbs and hbbr listen unless told otherwise; +2 is the same over WebSocket. */
export const NAT_TEST_PORT = 21115;
export const SIGNAL_PORT = 21116;
export const RELAY_PORT = 21117;
export const WEBSOCKET_PORTS: readonly number[] = [21118, 21119];

/** A client's question is answered at once or not at all. */
const ANSWER_MS = 1_000;
const MAX_MESSAGES = 4;
const HELP_MAX_CHARS = 512;
/** Lines of the consoles of hbbs and hbbr, rustdesk-server: src/rendezvous_server.rs, src/relay_server.rs. */
const HELP = /^(?:relay-servers\(rs\)|blacklist-add\(ba\))/m;

/** Everything that comes until `enough`, the end, or our patience; rejects where nothing did. */
export async function converse(dial: Dial, question: Buffer, enough: (message: Message) => boolean): Promise<readonly Message[]> {
  const socket = await dial({ deadlineMs: ANSWER_MS });
  const messages: Message[] = [];
  try {
    socket.write(framed(question));
    const reader = new ByteReader(socket);
    while (messages.length < MAX_MESSAGES) {
      const message = await readFramed(reader);
      messages.push(message);
      if (enough(message)) break;
    }
  } catch (error) {
    if (messages.length === 0) throw error;
  } finally {
    socket.destroy();
  }
  return messages;
}

/** One question to a port that answers with one message. */
export async function askOnce(dial: Dial, question: Buffer): Promise<Message> {
  const [answer] = await converse(dial, question, () => true);
  return answer!;
}

const isEcho = ({ name }: Message): boolean => name === 'HealthCheck';
const known = (messages: readonly Message[]): boolean => messages[0]?.name !== 'other';

async function sayHealthCheck(dial: Dial): Promise<Talk | undefined> {
  const messages = await converse(dial, HEALTH_CHECK, isEcho);
  if (messages.every(isEcho) && (await repeatsWhatClientsSay(dial))) return undefined;
  return known(messages) ? { asked: 'HealthCheck', over: 'tcp', messages, help: '' } : undefined;
}

/** An echo sends back every question, a relay this one alone. */
async function repeatsWhatClientsSay(dial: Dial): Promise<boolean> {
  const answer = await observe(() => askOnce(dial, TEST_NAT));
  return answer.ok && answer.value.name === 'other';
}

async function sayTestNat(dial: Dial): Promise<Talk | undefined> {
  const messages = await converse(dial, TEST_NAT, () => true);
  return known(messages) ? { asked: 'TestNatRequest', over: 'tcp', messages, help: '' } : undefined;
}

async function sayHelp(dial: Dial): Promise<Talk | undefined> {
  const socket = await dial({ deadlineMs: ANSWER_MS });
  try {
    socket.write('h\n');
    const help = (await new ByteReader(socket).some()).toString('latin1', 0, HELP_MAX_CHARS);
    return HELP.test(help) ? { asked: 'h', over: 'tcp', messages: [], help } : undefined;
  } finally {
    socket.destroy();
  }
}

/** hbbs drops a connection whose upgrade and first frame come together: the frame waits for the 101. */
async function sayOverWebSocket(dial: Dial, asked: 'HealthCheck' | 'TestNatRequest'): Promise<Talk | undefined> {
  const socket = await openWebSocket(dial, { path: '/', deadlineMs: ANSWER_MS });
  if (!('next' in socket)) throw new ProbeError('protocol', `HTTP ${socket.status} to the upgrade`);
  try {
    socket.send(asked === 'HealthCheck' ? HEALTH_CHECK : TEST_NAT);
    const { opcode, payload } = await socket.next();
    if (opcode !== BINARY) return undefined;
    const message = parseMessage(payload);
    return known([message]) ? { asked, over: 'websocket', messages: [message], help: '' } : undefined;
  } finally {
    socket.close();
  }
}
const BINARY = 2;

type Words = (dial: Dial) => Promise<Talk | undefined>;

/** The questions in the order in which this port is likely to know one. */
function wordsFor(dial: Dial): readonly Words[] {
  const help = dial.modes.has('active') && dial.layer === 'tcp' ? [sayHelp] : [];
  if (WEBSOCKET_PORTS.includes(dial.port)) {
    return [(to) => sayOverWebSocket(to, 'HealthCheck'), (to) => sayOverWebSocket(to, 'TestNatRequest')];
  }
  if (dial.port === NAT_TEST_PORT) return [sayTestNat, ...help];
  if (dial.port === SIGNAL_PORT) return [sayHealthCheck, sayTestNat];
  if (dial.port === RELAY_PORT) return [sayHealthCheck, ...help];
  return [sayHealthCheck, sayTestNat, ...help];
}

const USUAL_PORTS: readonly number[] = [NAT_TEST_PORT, SIGNAL_PORT, RELAY_PORT, ...WEBSOCKET_PORTS];

/** What the port says to one question after the other; on ports of strangers they are asked side by side. */
export async function firstTalk(dial: Dial): Promise<Talk> {
  const words = wordsFor(dial);
  const ask = async (say: Words) => {
    try {
      return await say(dial);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'bug') throw error;
      return new ProbeError(failure.kind, failure.detail);
    }
  };
  const answers: (Talk | ProbeError | undefined)[] = [];
  if (USUAL_PORTS.includes(dial.port)) {
    for (const say of words) {
      answers.push(await ask(say));
      if (isTalk(answers.at(-1))) break;
    }
  } else answers.push(...(await Promise.all(words.map(ask))));
  const talk = answers.find(isTalk);
  if (talk) return talk;
  throw answers.find((answer) => answer instanceof ProbeError) ?? new ProbeError('protocol', 'no answer of a RustDesk server');
}

const isTalk = (answer: Talk | ProbeError | undefined): answer is Talk => answer !== undefined && !(answer instanceof ProbeError);
