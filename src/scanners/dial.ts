import { constants } from 'node:crypto';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import type { Layer, Mode, Target } from '../model.js';
import { openDatagrams } from './datagrams.js';
import { DEADLINE_MS, type Dial, type DialOptions, failureOf, MAX_BYTES, ProbeError } from './scanner.js';

/** Waits until one more connection to `address` may be opened. */
export type Turn = (address: string) => Promise<void>;

export interface DialContext {
  readonly target: Target;
  readonly modes: ReadonlySet<Mode>;
  readonly signal: AbortSignal;
  /** The scope, asked again at the very socket: false for an address or port that nobody allowed. */
  readonly allows: (address: string, port: number) => boolean;
  readonly turn: Turn;
  /** Told how the host takes it. */
  readonly watch?: { onConnected(latencyMs: number): void; onLost(port: number): void };
}

/** The way to one endpoint; see `Dial`. */
export function createDial(context: DialContext, port: number, layer: Layer): Dial {
  const { target, modes, signal } = context;
  const serverName = target.name || target.address;
  const dial = async (options: DialOptions = {}): Promise<Duplex> => {
    if (!context.allows(target.address, port)) throw new ProbeError('skipped', `${target.address}:${port} is outside the scope`);
    await context.turn(target.address);
    if (layer === 'udp') return openDatagrams(target.address, port, signal, options);
    const socket = await connect(context, port, options);
    return layer === 'tls' ? secure(socket, serverName, options) : socket;
  };
  return Object.assign(dial, {
    target,
    port,
    layer,
    modes,
    signal,
    serverName,
    to: (otherPort: number, otherLayer: Layer) =>
      context.allows(target.address, otherPort) ? createDial(context, otherPort, otherLayer) : undefined,
  });
}

/** What says of an open port that nobody answers there any more; anything else is our own doing. */
const LOST: ReadonlySet<string> = new Set(['refused', 'timeout', 'reset']);

function connect({ target, signal, watch }: DialContext, port: number, options: DialOptions): Promise<net.Socket> {
  const { deadlineMs = DEADLINE_MS, maxBytes = MAX_BYTES } = options;
  if (signal.aborted) return Promise.reject(new ProbeError('skipped', 'interrupted'));
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    let connected = false;
    const socket = net.connect({ host: target.address, port, noDelay: true });
    const stop = () => socket.destroy(new ProbeError('skipped', 'interrupted'));
    signal.addEventListener('abort', stop, { once: true });
    const timer = setTimeout(() => socket.destroy(new ProbeError('timeout', `no end within ${deadlineMs} ms`)), deadlineMs);
    let read = 0;
    const count = (chunk: Buffer) => {
      read += chunk.length;
      if (read > maxBytes) socket.destroy(new ProbeError('limit', `more than ${maxBytes} bytes`));
    };
    // Counts at the raw socket, below TLS, without starting the flow of data by itself.
    const push = socket.push.bind(socket);
    socket.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
      if (chunk) count(chunk);
      return push(chunk, encoding);
    };
    socket.once('connect', () => {
      // A port of our own ephemeral range may answer itself (simultaneous open): nobody listens there.
      if (socket.localPort === port && socket.localAddress === socket.remoteAddress) {
        socket.destroy(new ProbeError('refused', 'connected to itself'));
      } else {
        connected = true;
        watch?.onConnected(performance.now() - startedAt);
        resolve(socket);
      }
    });
    socket.once('close', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    });
    // Stays for the life of the socket: an error without a listener would end the process.
    socket.on('error', (error) => {
      const failure = asProbeError(error);
      if (!connected && LOST.has(failure.kind)) watch?.onLost(port);
      reject(failure);
    });
  });
}

/** TLS with whoever answers on `socket`, however old. Whoever calls destroys it. */
export function secure(socket: net.Socket, serverName: string, { alpn }: DialOptions): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = tls.connect({
      socket,
      // We look at everybody's certificate and trust nobody's: the tls scanner says what is wrong with it.
      rejectUnauthorized: false,
      minVersion: 'TLSv1',
      // Without SECLEVEL=0 and the two lines after it, it is we who refuse old servers, not they who are safe.
      ciphers: 'ALL:eNULL:@SECLEVEL=0',
      minDHSize: 1,
      // Servers without RFC 5746.
      secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
      ...(net.isIP(serverName.split('%')[0] ?? '') ? {} : { servername: serverName }),
      ...(alpn ? { ALPNProtocols: [...alpn] } : {}),
    });
    secured.once('secureConnect', () => resolve(secured));
    socket.once('error', (error) => secured.destroy(error));
    secured.on('error', (error) => {
      socket.destroy();
      reject(asProbeError(error));
    });
    secured.once('close', () => reject(new ProbeError('tls', 'closed during the handshake')));
  });
}

function asProbeError(error: Error): ProbeError {
  const { kind, detail } = failureOf(error);
  return error instanceof ProbeError ? error : new ProbeError(kind, detail);
}
