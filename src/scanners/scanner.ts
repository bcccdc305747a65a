import type { Duplex } from 'node:stream';
import { types } from 'node:util';
import { ProbeError } from '../errors.js';
import { tlsErrorInWords } from './openssl.js';
import type {
  ConfigFactOf,
  Evidence,
  Facts,
  Layer,
  Mode,
  Observation,
  ProbeFailure,
  Product,
  Protocol,
  Subject,
  SubjectKind,
  Target,
  WireFactOf,
} from '../model.js';

export { ProbeError };
export { valueOf } from '../model/observation.js';

/** One look has this long from dialling to its answer, unless it says otherwise. */
export const DEADLINE_MS = 3_000;
/** A peer that says more than this in one look is cut off. */
export const MAX_BYTES = 64 * 1024;

export interface DialOptions {
  /** For the whole life of the connection; `DEADLINE_MS` unless given. */
  readonly deadlineMs?: number;
  /** Bytes read before the connection is destroyed; `MAX_BYTES` unless given. */
  readonly maxBytes?: number;
  /** TLS only: offered application protocols. */
  readonly alpn?: readonly string[];
}

/**
 * The only way to the network. Each call opens one connection to the same endpoint, inside the scope, under the rate
 * limits, with a deadline and a byte limit; on layer `tls` the stream is the plain text inside. Rejects with a
 * `ProbeError` (`refused`, `timeout`, `reset`, `tls`). Whoever dials destroys the stream.
 */
export interface Dial {
  (options?: DialOptions): Promise<Duplex>;
  readonly target: Target;
  readonly port: number;
  readonly layer: Layer;
  readonly modes: ReadonlySet<Mode>;
  readonly signal: AbortSignal;
  /** The host as the user called it, for SNI and the Host header. */
  readonly serverName: string;
  /** The same host, another port or layer. Undefined where the scope does not allow it. */
  to(port: number, layer: Layer): Dial | undefined;
}

/** One floor below the application: recognises a protocol on any port and gathers its facts. */
export interface ProtocolScanner<P extends Protocol = Protocol> {
  readonly protocol: P;
  /** Ports where this protocol is asked first. */
  readonly usualPorts: readonly number[];
  /** True where the first bytes of a server that speaks first are this protocol's. Pure. */
  readonly greeting?: (firstBytes: Buffer) => boolean;
  /** For protocols where the client speaks first: dials, speaks, and says whether the answer is this protocol's. */
  readonly identify?: (dial: Dial) => Promise<boolean>;
  /** All wire facts of the protocol, each one an observation: what could not be seen is a failure, never missing. */
  gather(dial: Dial): Promise<{ readonly [F in WireFactOf<P>]: Observation<Facts[F]> }>;
}

/** A product stands on a protocol; asked only where its profile's marks suspect it. */
export interface ProductScanner<K extends Product = Product> {
  readonly kind: K;
  readonly over: readonly Protocol[];
  /** `evidence` is what the floors below have learnt. At most 40 requests and 2 s together. */
  gather(dial: Dial, evidence: Evidence): Promise<{ readonly [F in WireFactOf<K>]: Observation<Facts[F]> }>;
}

/** Any of them, for whom its facts are just evidence. */
export type AnyProtocolScanner = Omit<ProtocolScanner, 'gather'> & { gather(dial: Dial): Promise<Evidence> };
export type AnyProductScanner = Omit<ProductScanner, 'gather'> & { gather(dial: Dial, evidence: Evidence): Promise<Evidence> };

/** Reads one kind of configuration; files are looked at as sockets are: observed, bounded, never judged. */
export interface FileScanner<K extends SubjectKind = SubjectKind> {
  readonly kind: K;
  /**
   * What the files say, or undefined where none of this kind is there. A fact is left out where its files do not belong
   * to such a folder at all; one that is there and cannot be read is a failure.
   */
  read(folder: ConfigFolder): Promise<{ readonly [F in ConfigFactOf<K>]?: Observation<Facts[F]> } | undefined>;
}

/** A configuration folder, or one file of it, listed once within bounds; see `config/folder.ts`. */
export interface ConfigFolder {
  /** The real path; names in files that start with it mean files in here. */
  readonly root: string;
  /** What the user asked to have audited: every file, or the one that was named. */
  readonly files: readonly ConfigFile[];
  /** True where the user named one file, so that nothing is known about what lies beside it. */
  readonly single: boolean;
  /** Folders with their permission bits, relative to the root, which is '': those that were entered and those that were not (`.git`). */
  readonly directories: ReadonlyMap<string, number | undefined>;
  /** Why the list is not whole, empty where it is. */
  readonly cut: string;
  /** A file that another one names, also beside the one that was named; the path is relative to the root. */
  find(path: string): ConfigFile | undefined;
  /** Every file below a folder, `files` or not; sorted by path. */
  under(directory: string): readonly ConfigFile[];
}
export interface ConfigFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Why its text cannot be had, as far as that is known without opening it; empty where nothing speaks against it. */
  readonly problem: string;
  /** Permission bits such as 0o644; undefined where the system has none. */
  readonly mode: number | undefined;
  /** UTF-8 text; rejects with a ProbeError where it is binary, too large, unreadable or outside the folder. */
  text(): Promise<string>;
}

export const defineScanner = <P extends Protocol>(scanner: ProtocolScanner<P>): ProtocolScanner<P> => scanner;
export const defineProductScanner = <K extends Product>(scanner: ProductScanner<K>): ProductScanner<K> => scanner;
export const defineFileScanner = <K extends SubjectKind>(scanner: FileScanner<K>): FileScanner<K> => scanner;

/** Runs a look; anything thrown becomes a failure. The one place where an error turns into a value. */
export async function observe<T>(look: () => Promise<T> | T): Promise<Observation<T>> {
  try {
    return { ok: true, value: await look() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** As `observe`, for a look that needs leave: `skipped` where the run was not allowed to look that deep. */
export function observeIf<T>(dial: Pick<Dial, 'modes'>, mode: Mode, look: () => Promise<T> | T): Promise<Observation<T>> {
  if (dial.modes.has(mode)) return observe(look);
  return Promise.resolve(failed('skipped', `needs --${mode}`));
}

/** Another port of the same host; throws `skipped` where the run was not to look at it. */
export function beside(dial: Dial, port: number, layer: Layer): Dial {
  const other = dial.to(port, layer);
  if (!other) throw new ProbeError('skipped', `port ${port} was not asked for`);
  return other;
}

export function failed(kind: ProbeFailure['kind'], detail: string): { readonly ok: false; readonly failure: ProbeFailure } {
  return { ok: false, failure: { kind, detail } };
}

const BY_CODE: Readonly<Record<string, ProbeFailure['kind']>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'timeout',
  ENETUNREACH: 'timeout',
  // Ours is the fault, not the peer's: no file descriptors, no free port of our own.
  EMFILE: 'skipped',
  ENFILE: 'skipped',
  EADDRNOTAVAIL: 'skipped',
  ENOBUFS: 'skipped',
};

/** What a thrown thing says about the look; programming errors are `bug`, so that they are not taken for an answer. */
export function failureOf(error: unknown): ProbeFailure {
  if (error instanceof ProbeError) return { kind: error.kind, detail: error.message };
  // Not `instanceof Error`: errors of Node itself belong to another realm under jest and in vm contexts.
  if (types.isNativeError(error)) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    const kind = BY_CODE[code];
    if (kind) return { kind, detail: code };
    if (code.startsWith('HPE_')) return { kind: 'protocol', detail: `malformed HTTP, ${code}` };
    if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) return { kind: 'tls', detail: tlsErrorInWords(code) };
    return { kind: 'bug', detail: `${error.name}: ${error.message}` };
  }
  return { kind: 'bug', detail: String(error) };
}

export type { Subject };
