import type { Facts } from '../../../model.js';
import { FOREIGN_ORIGIN, type HttpSession, hostHeader } from '../../http-client.js';
import { type Dial, failureOf, ProbeError } from '../../scanner.js';
import { textOf, upgrade } from './terminal.js';

/** Tornado's words (tornado/websocket.py). */
const REFUSAL = 'Cross origin websockets not allowed';

/**
 * Asks as a page of a foreign origin. A refusal counts only where the server says why, or where a page of its own
 * would have got through: a program that wants a login, too, hangs up on everybody.
 */
export async function askForeignOrigin(
  dial: Dial,
  ask: HttpSession,
  path: string,
  protocol?: string,
): Promise<Facts['web-terminal.socket-origin']> {
  const answerTo = (origin?: string) =>
    statusOf(() => upgrade(ask, path, protocol, origin).then((answer) => ({ answer, text: textOf(answer) })));
  const foreign = await answerTo(FOREIGN_ORIGIN);
  const saw = `${path} asked for with Origin ${FOREIGN_ORIGIN}: ${foreign.status === 0 ? 'closed without an answer' : `status ${foreign.status}`}`;
  if (foreign.status === 101) return { accepted: true, saw };
  if (foreign.status === 403 && foreign.text.includes(REFUSAL)) return { accepted: false, saw };
  const own = `${dial.layer === 'tls' ? 'https' : 'http'}://${hostHeader(dial)}`;
  for (const origin of [own, undefined]) {
    const { status } = await answerTo(origin);
    if (status === 101) return { accepted: false, saw: `${saw}; 101 with ${origin === undefined ? 'no Origin' : 'its own'}` };
  }
  throw new ProbeError('protocol', `${saw}, and so with its own Origin`);
}

type Answered = { readonly answer: { readonly status: number }; readonly text: string };

/** Status 0 for a server that hangs up without a word, as libwebsockets does to those it does not want. */
async function statusOf(look: () => Promise<Answered>): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const { answer, text } = await look();
    return { status: answer.status, text };
  } catch (error) {
    if (failureOf(error).kind !== 'reset') throw error;
    return { status: 0, text: '' };
  }
}
