import type { HttpAnswer, HttpSession } from '../http-client.js';
import { observe } from '../scanner.js';

/** The opening packet of Engine.IO 4 over polling (socket.io protocol, "Handshake"). */
export interface EngineOpen {
  readonly sid: string;
  readonly pingIntervalMs: number;
  readonly pingTimeoutMs: number;
  readonly maxPayloadBytes: number;
}

export const POLLING = 'EIO=4&transport=polling';

/** Undefined where the answer is no opening packet. */
export function engineOpenIn({ status, body }: HttpAnswer): EngineOpen | undefined {
  const text = body.toString('utf8');
  if (status !== 200 || !text.startsWith('0{')) return undefined;
  try {
    const open = JSON.parse(text.slice(1)) as Readonly<Record<string, unknown>>;
    const number = (key: string) => (Number.isFinite(open[key]) ? (open[key] as number) : 0);
    return {
      sid: typeof open['sid'] === 'string' && /^[\w-]{1,64}$/.test(open['sid']) ? open['sid'] : '',
      pingIntervalMs: number('pingInterval'),
      pingTimeoutMs: number('pingTimeout'),
      maxPayloadBytes: number('maxPayload'),
    };
  } catch {
    return undefined;
  }
}

/** Sends one packet: `40` asks for the default namespace, `1` says goodbye. */
export function sendPacket(session: HttpSession, base: string, sid: string, packet: string): Promise<HttpAnswer> {
  const headers = { 'Content-Type': 'text/plain;charset=UTF-8' };
  return session.request({ method: 'POST', path: `${base}/socket.io/?${POLLING}&sid=${sid}`, headers, body: packet });
}

/** Leaves no session behind; one that is gone already is as good. */
export async function sayGoodbye(session: HttpSession, base: string, open: EngineOpen | undefined): Promise<void> {
  if (open?.sid) await observe(() => sendPacket(session, base, open.sid, '1'));
}
