import http from 'node:http';
import type { Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Dial, MAX_BYTES, ProbeError } from './scanner.js';

export interface HttpRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly deadlineMs?: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names; repeated headers joined with a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names and values in the order and case the server sent. */
  readonly rawHeaders: readonly string[];
  /** Decoded, at most 64 KiB. */
  readonly body: Buffer;
  /** True where the body was longer than we read. */
  readonly truncated: boolean;
}

const HEADERS_MAX_BYTES = 64 * 1024;
/** Headers and a full body both fit, and not much more. */
const LOOK_MAX_BYTES = HEADERS_MAX_BYTES + 2 * MAX_BYTES;

/**
 * One request on one connection, no redirects followed, at most 64 KiB of decoded body. Rejects with a `ProbeError`:
 * `protocol` where the peer does not speak HTTP. An answer without body costs nothing more than its headers.
 */
export async function request(dial: Dial, { method = 'GET', path, headers = {}, body, deadlineMs }: HttpRequest): Promise<HttpAnswer> {
  const socket = await dial({ maxBytes: LOOK_MAX_BYTES, ...(deadlineMs === undefined ? {} : { deadlineMs }) });
  try {
    const response = await send(socket, dial, method, path, headers, body);
    const { bytes, truncated } = await readBody(response);
    return {
      status: response.statusCode ?? 0,
      headers: joined(response.headers),
      rawHeaders: response.rawHeaders,
      body: bytes,
      truncated,
    };
  } finally {
    socket.destroy();
  }
}

/** `host:port` as a browser would write it: without the port where it is the default of the scheme. */
export function hostHeader(dial: Dial): string {
  const host = dial.serverName.includes(':') ? `[${dial.serverName.split('%')[0]}]` : dial.serverName;
  return dial.port === (dial.layer === 'tls' ? 443 : 80) ? host : `${host}:${dial.port}`;
}

function send(
  socket: Duplex,
  dial: Dial,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = http.request({
      createConnection: () => socket as never,
      method,
      path,
      maxHeaderSize: HEADERS_MAX_BYTES,
      setHost: false,
      headers: {
        Host: hostHeader(dial),
        'User-Agent': 'porosity',
        Accept: '*/*',
        'Accept-Encoding': 'gzip, deflate, br',
        Connection: 'close',
        ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
    });
    outgoing.once('response', resolve);
    outgoing.once('upgrade', (response) => resolve(response));
    outgoing.once('error', (error) => reject(error));
    socket.once('error', (error) => reject(error));
    socket.once('close', () => reject(new ProbeError('reset', 'closed before an HTTP answer')));
    outgoing.end(body);
  });
}

function joined(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

/** Stops at 64 KiB of decoded bytes, whatever the peer promised or compressed. A cut-off body is what came so far. */
function readBody(response: http.IncomingMessage): Promise<{ bytes: Buffer; truncated: boolean }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let total = 0;
    let settled = false;
    const stream = decoded(response);
    const finish = (truncated: boolean) => {
      if (settled) return;
      settled = true;
      stream.destroy();
      response.destroy();
      resolve({ bytes: Buffer.concat(chunks).subarray(0, MAX_BYTES), truncated });
    };
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      total += chunk.length;
      if (total >= MAX_BYTES) finish(true);
    });
    stream.once('end', () => finish(false));
    stream.once('error', () => finish(true));
    stream.once('close', () => finish(true));
    response.once('error', () => finish(true));
    response.once('aborted', () => finish(true));
  });
}

function decoded(response: http.IncomingMessage): NodeJS.ReadableStream & { destroy(): void } {
  const coding = response.headers['content-encoding']?.trim().toLowerCase();
  if (coding === 'gzip' || coding === 'x-gzip') return response.pipe(createGunzip());
  if (coding === 'deflate') return response.pipe(createInflate());
  if (coding === 'br') return response.pipe(createBrotliDecompress());
  return response;
}
