import { Duplex, PassThrough } from 'node:stream';
import { ByteReader } from '../../src/scanners/byte-reader.js';
import { type Dial, MAX_BYTES, ProbeError } from '../../src/scanners/scanner.js';

/** Stands for every deadline: a peer that lets us wait is given up on, here sooner than on a network. */
const DEADLINE_MS = 250;

/** One answer after each of our requests; the peer hangs up after the last. */
export type Conversation = readonly Buffer[];

interface Options {
  readonly port: number;
  /** The first answer comes before anything was asked. */
  readonly greets?: boolean;
}

/** A peer without a network: each connection is the next conversation, and the last one again from there on. */
export function memoryDial(conversations: readonly Conversation[], { port, greets = false }: Options): Dial {
  let connections = 0;
  const dial = ({ maxBytes = MAX_BYTES } = {}) =>
    Promise.resolve(peer(conversations[Math.min(connections++, conversations.length - 1)] ?? [], greets, maxBytes));
  const target = { name: 'box.lan', address: '127.0.0.1' };
  const modes = new Set(['passive'] as const);
  const there = { target, port, layer: 'tcp' as const, modes, signal: new AbortController().signal, serverName: target.name };
  return Object.assign(dial, there, { to: () => undefined });
}

function peer(conversation: Conversation, greets: boolean, maxBytes: number): Duplex {
  let next = 0;
  let sent = 0;
  const say = () => {
    const answer = conversation[next++];
    sent += answer?.length ?? 0;
    if (sent > maxBytes) stream.destroy(new ProbeError('limit', `more than ${maxBytes} bytes`));
    else if (answer) stream.push(answer);
    if (next >= conversation.length && !stream.destroyed) stream.push(null);
  };
  const stream = new Duplex({
    read: () => undefined,
    write(_chunk, _encoding, done) {
      done();
      if (next < conversation.length) say();
    },
  });
  const timer = setTimeout(() => stream.destroy(new ProbeError('timeout', `no end within ${DEADLINE_MS} ms`)), DEADLINE_MS);
  stream.once('close', () => clearTimeout(timer)).on('error', () => undefined);
  if (greets) say();
  // What Node's HTTP client asks of a socket that it keeps.
  const nothing = () => stream;
  return Object.assign(stream, { setKeepAlive: nothing, setNoDelay: nothing, setTimeout: nothing, ref: nothing, unref: nothing });
}

/** Reads an answer that is there as a whole, and then nothing more. */
export function readerOf(answer: Buffer): ByteReader {
  const stream = new PassThrough();
  stream.end(answer);
  return new ByteReader(stream);
}
