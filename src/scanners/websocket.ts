import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { ByteReader } from './byte-reader.js';
import { hostHeader } from './http-client.js';
import { type Dial, ProbeError } from './scanner.js';

/*
 * A WebSocket opened over a dialled stream (RFC 6455 sections 4.1 and 5): enough to read the first frames of a server
 * and to send small ones. No extensions are offered, so no frame is ever compressed.
 */

export interface WebSocketOptions {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly protocols?: readonly string[];
  readonly deadlineMs?: number;
}

export interface Frame {
  /** 1 text, 2 binary, 8 close. */
  readonly opcode: number;
  readonly payload: Buffer;
}

export interface WebSocketConnection {
  readonly status: 101;
  readonly headers: Readonly<Record<string, string>>;
  /** The next message, put together again where it came in pieces, or the close frame. Pings are answered. Rejects with a ProbeError. */
  next(): Promise<Frame>;
  send(payload: string | Buffer): void;
  /** Says goodbye (code 1000) and destroys the stream. */
  close(): void;
}
export interface WebSocketRefusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Opcodes, RFC 6455 section 5.2. */
const CONTINUATION = 0;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

const HEAD_MAX_BYTES = 16 * 1024;
const FRAME_MAX_BYTES = 32 * 1024;

/** Opens a WebSocket; an answer other than 101 is a refusal, which is a fact and not an error. */
export async function openWebSocket(dial: Dial, options: WebSocketOptions): Promise<WebSocketConnection | WebSocketRefusal> {
  const socket = await dial(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs });
  try {
    socket.write(upgradeRequest(dial, options));
    const reader = new ByteReader(socket);
    const head = (await reader.until('\r\n\r\n', HEAD_MAX_BYTES)).toString('latin1');
    const answer = parseHead(head);
    if (answer.status !== 101) {
      socket.destroy();
      return answer;
    }
    return connection(socket, reader, answer.headers);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function upgradeRequest(dial: Dial, { path, headers = {}, protocols = [] }: WebSocketOptions): string {
  const lines = {
    Host: hostHeader(dial),
    'User-Agent': 'porosity',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...(protocols.length ? { 'Sec-WebSocket-Protocol': protocols.join(', ') } : {}),
    ...headers,
  };
  const text = Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return `GET ${path} HTTP/1.1\r\n${text}\r\n`;
}

function parseHead(head: string): WebSocketRefusal {
  const [statusLine = '', ...lines] = head.split('\r\n');
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(statusLine)?.[1];
  if (!status) throw new ProbeError('protocol', 'the answer to the upgrade is not HTTP');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status: Number(status), headers };
}

function connection(socket: Duplex, reader: ByteReader, headers: Readonly<Record<string, string>>): WebSocketConnection {
  return {
    status: 101,
    headers,
    async next() {
      let message: Frame | undefined;
      for (;;) {
        const { final, ...frame } = await readFrame(reader);
        if (frame.opcode === PING) socket.write(encodeFrame(PONG, frame.payload));
        else if (frame.opcode === CLOSE) return frame;
        else if (frame.opcode !== PONG) {
          message = message ? joined(message, frame) : frame;
          if (final) return message;
        }
      }
    },
    send: (payload) => socket.write(encodeFrame(typeof payload === 'string' ? 1 : 2, Buffer.from(payload as string))),
    close() {
      // 1000: normal closure (RFC 6455 section 7.4.1).
      if (socket.writable) socket.end(encodeFrame(CLOSE, Buffer.from([0x03, 0xe8])));
      socket.destroy();
    },
  };
}

/** A message may come in pieces, control frames between them (RFC 6455 section 5.4). */
function joined(message: Frame, piece: Frame): Frame {
  if (piece.opcode !== CONTINUATION) throw new ProbeError('protocol', 'a WebSocket message inside another');
  const payload = Buffer.concat([message.payload, piece.payload]);
  if (payload.length > FRAME_MAX_BYTES) throw new ProbeError('limit', 'a WebSocket message of more than 32 KiB');
  return { opcode: message.opcode, payload };
}

async function readFrame(reader: ByteReader): Promise<Frame & { readonly final: boolean }> {
  const [first = 0, second = 0] = await reader.take(2);
  let length = second & 0x7f;
  if (length === 126) length = (await reader.take(2)).readUInt16BE(0);
  else if (length === 127) length = Number((await reader.take(8)).readBigUInt64BE(0));
  if (length > FRAME_MAX_BYTES) throw new ProbeError('limit', 'a WebSocket frame of more than 32 KiB');
  const mask = second & 0x80 ? await reader.take(4) : undefined;
  const payload = Buffer.from(await reader.take(length));
  if (mask) for (let i = 0; i < payload.length; i++) payload[i]! ^= mask[i % 4]!;
  return { opcode: first & 0x0f, payload, final: (first & 0x80) !== 0 };
}

/** A client frame of at most 64 KiB, masked as RFC 6455 section 5.3 demands. */
export function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const mask = randomBytes(4);
  const masked = Buffer.from(payload.map((byte, i) => byte ^ mask[i % 4]!));
  const length =
    payload.length < 126 ? Buffer.from([0x80 | payload.length]) : Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, mask, masked]);
}
