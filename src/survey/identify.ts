import type { Protocol } from '../model.js';
import { ByteReader } from '../scanners/byte-reader.js';
import { hostHeader } from '../scanners/http-client.js';
import { protocols, type ProtocolEntry } from '../scanners/index.js';
import { type Dial, failureOf, ProbeError } from '../scanners/scanner.js';
import { withDeadline } from './limits.js';

/** What speaks on a port, or the first bytes of what we do not know. */
export type Identity =
  | { readonly protocol: Protocol }
  | { readonly protocol: 'unknown'; readonly firstBytes: Buffer; readonly after: string }
  | { readonly protocol: 'unknown'; readonly failure: ProbeError };

/** A server that speaks first has this long, where its port does not say that it would. */
const GREETING_WAIT_MS = 300;
/** One question to a stranger; the scanner of a recognised protocol takes its own time later. */
const QUESTION_MS = 1_500;

/**
 * Recognises the protocol by what is said, never by the port number alone. The usual port's scanner is asked first;
 * then one connection that waits a moment for a greeting and asks for a page; then the protocols where the client
 * speaks first, each on a connection of its own. None idles: some servers accept nobody else meanwhile.
 */
export async function identify(dial: Dial): Promise<Identity> {
  const candidates = protocols.filter(({ protocol }) => dial.layer === 'tcp' || (protocol !== 'tls' && protocol !== 'smb'));
  const usual = candidates.filter(({ usualPorts }) => usualPorts.includes(dial.port));
  const hurried = withDeadline(dial, QUESTION_MS);
  for (const entry of usual) if (await speaks(entry, dial)) return { protocol: entry.protocol };
  const touchy = usual.some((entry) => entry.touchy);
  const heard = await listenThenAsk(hurried, candidates, touchy ? 0 : GREETING_WAIT_MS);
  if ('protocol' in heard) return heard;
  if (touchy && heard.bytes.length === 0) return { protocol: 'unknown', failure: heard.failure ?? new ProbeError('reset', 'no answer') };
  // HTTP has been asked; only who answered in HTTP is asked once more.
  const left = candidates.filter((entry) => !usual.includes(entry) && (entry.protocol !== 'http' || isHttp(heard.bytes)));
  const answers = await Promise.all(left.map((entry) => speaks(entry, hurried)));
  const found = left.find((_entry, index) => answers[index]);
  if (found) return { protocol: found.protocol };
  if (heard.failure) return { protocol: 'unknown', failure: heard.failure };
  return { protocol: 'unknown', firstBytes: heard.bytes, after: heard.after };
}

async function speaks(entry: ProtocolEntry, dial: Dial): Promise<boolean> {
  const scanner = await entry.load();
  if (!scanner.identify) return false;
  try {
    return await scanner.identify(dial);
  } catch (error) {
    // Not this protocol, or not now: the next scanner is asked, and what nobody knows stays unknown.
    if (failureOf(error).kind === 'bug') throw error;
    return false;
  }
}

const isHttp = (bytes: Buffer) => bytes.subarray(0, 5).toString('latin1') === 'HTTP/';

type Heard = { readonly protocol: Protocol } | { readonly bytes: Buffer; readonly after: string; readonly failure?: ProbeError };

async function listenThenAsk(dial: Dial, candidates: readonly ProtocolEntry[], greetingWaitMs: number): Promise<Heard> {
  try {
    const socket = await dial();
    try {
      const reader = new ByteReader(socket);
      const first = reader.some();
      const greeting = greetingWaitMs > 0 ? await within(greetingWaitMs, first) : undefined;
      if (greeting) return (await named(greeting, candidates)) ?? { bytes: greeting, after: 'nothing' };
      socket.write(`GET / HTTP/1.1\r\nHost: ${hostHeader(dial)}\r\nUser-Agent: porosity\r\nAccept: */*\r\nConnection: close\r\n\r\n`);
      const answer = await first;
      return (await named(answer, candidates)) ?? { bytes: answer, after: 'GET /' };
    } finally {
      socket.destroy();
    }
  } catch (error) {
    const { kind, detail } = failureOf(error);
    return { bytes: Buffer.alloc(0), after: 'GET /', failure: new ProbeError(kind, detail) };
  }
}

async function named(bytes: Buffer, candidates: readonly ProtocolEntry[]): Promise<{ protocol: Protocol } | undefined> {
  if (isHttp(bytes)) {
    // A TLS port that is spoken to in plain text often says so in plain HTTP, with status 400.
    const scanner = candidates.find(({ protocol }) => protocol === 'tls');
    if (/^HTTP\/1\.[01] 400 /.test(bytes.toString('latin1', 0, 16)) && scanner) return undefined;
    return { protocol: 'http' };
  }
  for (const entry of candidates) {
    const scanner = await entry.load();
    if (scanner.greeting?.(bytes)) return { protocol: entry.protocol };
  }
  return undefined;
}

function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
