import { randomBytes } from 'node:crypto';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import type { Facts } from '../../model.js';
import { request } from '../http-client.js';
import { DEADLINE_MS, type Dial, ProbeError } from '../scanner.js';

const HEAD_MAX_BYTES = 8 * 1024;
/** What a proxy answers when it went out and did not get through (RFC 9110 sections 15.6.3 to 15.6.5). */
const GATEWAY_TROUBLE = [502, 503, 504];
/** Proxy Authentication Required (RFC 9110 section 15.5.8). */
const PROXY_LOGIN = 407;

/**
 * Asks the server for an absolute URL (RFC 9112 section 3.2.2) of a listener that we open for this one question, on
 * the very address from which we talk to it: an open proxy comes to us, and nobody else is ever bothered.
 * `usualStatus` is what the server answers to everybody.
 */
export async function lookForProxy(dial: Dial, usualStatus: number): Promise<Facts['http.proxy']> {
  const socket = await dial();
  const connected: Dial = Object.assign(() => Promise.resolve(socket), dial);
  let listener: Listener | undefined;
  try {
    listener = await listen(localAddressOf(socket));
    const answer = await request(connected, { path: listener.url, headers: { Host: listener.authority } });
    if (answer.body.includes(listener.reply)) return { forwards: true, saw: 'it fetched our URL and handed us the page' };
    if (listener.visited()) return { forwards: true, saw: `it fetched our URL, and answered ${answer.status} itself` };
    if (GATEWAY_TROUBLE.includes(answer.status) && answer.status !== usualStatus) {
      throw new ProbeError('protocol', `it answered ${answer.status}: it may have tried to fetch our URL and not got through`);
    }
    if (answer.status === PROXY_LOGIN) return { forwards: false, saw: 'it is a proxy that asks for a login (status 407)' };
    return { forwards: false, saw: `it answered ${answer.status} itself and fetched nothing` };
  } finally {
    listener?.close();
    socket.destroy();
  }
}

/** Our own address as this server sees it, short of address translation. */
function localAddressOf(socket: Duplex): string {
  if (socket instanceof net.Socket && socket.localAddress) return socket.localAddress;
  throw new ProbeError('unsupported', 'our own address towards the server is not known');
}

interface Listener {
  readonly url: string;
  readonly authority: string;
  /** Only who fetched the URL knows it. */
  readonly reply: string;
  visited(): boolean;
  close(): void;
}

function listen(address: string): Promise<Listener> {
  const token = randomBytes(16).toString('hex');
  const reply = randomBytes(16).toString('hex');
  let visited = false;
  const server = net.createServer((socket) => {
    let head = '';
    socket.setTimeout(DEADLINE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1');
      if (head.includes(token)) {
        visited = true;
        socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${reply.length}\r\nConnection: close\r\n\r\n${reply}`);
      } else if (head.length > HEAD_MAX_BYTES) socket.destroy();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new ProbeError('unsupported', `cannot listen on ${address}: ${error.message}`)));
    server.listen(0, address, () => {
      const { port } = server.address() as net.AddressInfo;
      const authority = `${address.includes(':') ? `[${address.split('%')[0]}]` : address}:${port}`;
      resolve({ url: `http://${authority}/${token}`, authority, reply, visited: () => visited, close: () => server.close() });
    });
  });
}
