import type { Facts } from '../../../model.js';
import { FOREIGN_ORIGIN } from '../../http-client.js';
import { beside, type Dial, observe } from '../../scanner.js';
import { openWebSocket } from '../../websocket.js';

/** The WebSocket side of a RustDesk port: plain, or where it complains about plain text, inside TLS. */
export async function askForeignOrigin(plain: Dial): Promise<Facts['betterdesk.websocket-origin']> {
  const foreign = { Origin: FOREIGN_ORIGIN };
  const first = await observe(() => upgrade(plain, foreign));
  if (first.ok && first.value !== 400) return answer(plain, first.value);
  const inTls = beside(plain, plain.port, 'tls');
  return answer(inTls, await upgrade(inTls, foreign));
}

async function answer(dial: Dial, foreign: number): Promise<Facts['betterdesk.websocket-origin']> {
  return { port: dial.port, tls: dial.layer === 'tls', foreign, none: await upgrade(dial, {}) };
}

async function upgrade(dial: Dial, headers: Readonly<Record<string, string>>): Promise<number> {
  const socket = await openWebSocket(dial, { path: '/', headers });
  if ('close' in socket) socket.close();
  return socket.status;
}
