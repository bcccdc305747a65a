import http from 'node:http';
import type { Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { DEADLINE_MS, type Dial, failureOf, MAX_BYTES, ProbeError } from './scanner.js';

export interface HttpRequest {
  readonly method?: string;
  /** Sent as it is: a path, or an absolute URL for a proxy. */
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

/** Several requests to one server, on one connection for as long as the server keeps it. */
export interface HttpSession {
  /**
   * One answer, no redirects followed, at most 64 KiB of decoded body. Rejects with a `ProbeError`: `protocol` where
   * the peer does not speak HTTP, `timeout` also where the session has used up its time.
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
  close(): void;
}

/** RFC 2606 section 2 reserves the ending: no server can have listed this origin. */
export const FOREIGN_ORIGIN = 'https://porosity.invalid';

const HEADERS_MAX_BYTES = 64 * 1024;
/** Headers and a full body both fit, and not much more. */
const LOOK_MAX_BYTES = HEADERS_MAX_BYTES + 2 * MAX_BYTES;
/** All requests of a session together: a peer that drips its answers must not hold us for each of them. */
const SESSION_MS = 6_000;
const SESSION_MAX_BYTES = 8 * LOOK_MAX_BYTES;

/** One request on a connection of its own; see `HttpSession.request`. */
export async function request(dial: Dial, asked: HttpRequest): Promise<HttpAnswer> {
  const agent = new DialAgent(dial, { keepAlive: false, deadlineMs: asked.deadlineMs ?? DEADLINE_MS, maxBytes: LOOK_MAX_BYTES });
  try {
    return await ask(dial, agent, asked, asked.deadlineMs ?? DEADLINE_MS);
  } finally {
    agent.destroy();
  }
}

/** Opens nothing yet: the first request dials. A server that closes after an answer is dialled again. */
export function openSession(dial: Dial): HttpSession {
  const agent = new DialAgent(dial, { keepAlive: true, deadlineMs: SESSION_MS, maxBytes: SESSION_MAX_BYTES });
  let spentMs = 0;
  return {
    async request(asked) {
      const leftMs = SESSION_MS - spentMs;
      if (leftMs <= 0) throw new ProbeError('timeout', 'the server used up the time for all questions');
      const startedAt = performance.now();
      try {
        return await ask(dial, agent, asked, Math.min(leftMs, asked.deadlineMs ?? DEADLINE_MS));
      } finally {
        spentMs += performance.now() - startedAt;
      }
    },
    close: () => agent.destroy(),
  };
}

/** `host:port` as a browser would write it: without the port where it is the default of the scheme. */
export function hostHeader(dial: Dial): string {
  const host = dial.serverName.includes(':') ? `[${dial.serverName.split('%')[0]}]` : dial.serverName;
  return dial.port === (dial.layer === 'tls' ? 443 : 80) ? host : `${host}:${dial.port}`;
}

interface AgentOptions {
  readonly keepAlive: boolean;
  readonly deadlineMs: number;
  readonly maxBytes: number;
}

/** Node's connection pool over our dial: one connection at a time. */
class DialAgent extends http.Agent {
  constructor(
    readonly dial: Dial,
    readonly limits: AgentOptions,
  ) {
    super({ keepAlive: limits.keepAlive, maxSockets: 1 });
  }

  override createConnection(_options: unknown, done: (error: Error | null, stream: Duplex) => void): undefined {
    this.dial(this.limits).then(
      (socket) => done(null, socket),
      (error) => done(error as Error, undefined as never),
    );
  }
}

/** A pooled connection may have been closed by the server in the meantime: then, and only then, asks once more. */
async function ask(dial: Dial, agent: DialAgent, asked: HttpRequest, deadlineMs: number): Promise<HttpAnswer> {
  const first = start(dial, agent, asked, deadlineMs);
  try {
    return await first.answer;
  } catch (error) {
    if (!first.outgoing.reusedSocket || failureOf(error).kind !== 'reset') throw error;
    return start(dial, agent, asked, deadlineMs).answer;
  }
}

function start(dial: Dial, agent: DialAgent, asked: HttpRequest, deadlineMs: number) {
  const { method = 'GET', path, headers = {}, body } = asked;
  const outgoing = http.request({
    agent,
    method,
    path,
    maxHeaderSize: HEADERS_MAX_BYTES,
    setHost: false,
    headers: {
      Host: hostHeader(dial),
      'User-Agent': 'porosity',
      Accept: '*/*',
      'Accept-Encoding': 'gzip, deflate, br',
      Connection: agent.limits.keepAlive ? 'keep-alive' : 'close',
      ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
      ...headers,
    },
  });
  let timer: NodeJS.Timeout | undefined;
  // The clock starts with the connection: waiting for our own rate limit is not the server's fault.
  outgoing.once('socket', () => {
    timer = setTimeout(() => outgoing.destroy(new ProbeError('timeout', `no answer within ${Math.round(deadlineMs)} ms`)), deadlineMs);
  });
  const answer = new Promise<HttpAnswer>((resolve, reject) => {
    // Read from at once: an answer that breaks off in the same moment would not say so again.
    outgoing.once('response', (response) => resolve(toAnswer(response)));
    outgoing.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve(toAnswer(response));
    });
    outgoing.on('error', reject);
    outgoing.once('close', () => reject(new ProbeError('reset', 'closed before an HTTP answer')));
  }).finally(() => clearTimeout(timer));
  outgoing.end(body);
  return { outgoing, answer };
}

async function toAnswer(response: http.IncomingMessage): Promise<HttpAnswer> {
  const switched = response.statusCode === 101;
  const { bytes, truncated } = switched ? { bytes: Buffer.alloc(0), truncated: false } : await readBody(response);
  const headers = Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    rawHeaders: response.rawHeaders,
    body: bytes,
    truncated,
  };
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
    stream.on('error', () => finish(true));
    stream.once('close', () => finish(true));
    response.on('error', () => finish(true));
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
