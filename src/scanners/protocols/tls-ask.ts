import net from 'node:net';
import { CIPHER_SUITES } from '../../knowledge/tls-ciphers.js';
import { ByteReader } from '../byte-reader.js';
import { type Dial, observe, ProbeError } from '../scanner.js';
import * as tls from '../wire/tls.js';

/** What the server says in the clear after its hello, up to TLS 1.2. */
export interface Flight {
  readonly certificates: readonly Buffer[];
  readonly dhBits: number | null;
  readonly certificateRequested: boolean;
  /** False where the server stopped in the middle. */
  readonly complete: boolean;
}
export type Answer =
  { readonly kind: 'hello'; readonly hello: tls.ServerHello; readonly flight: Flight } | { readonly kind: 'alert'; readonly code: number };

/** SNI takes names only (RFC 6066 section 3). */
const serverNameOf = ({ serverName }: Dial): string => (net.isIP(serverName.split('%')[0] ?? '') ? '' : serverName);

export interface Question {
  readonly versions: readonly tls.Version[];
  readonly suites: readonly number[];
  /** Whether to wait for what follows the ServerHello, when that suite was picked. */
  readonly flight?: (suite: number) => boolean;
}

/** Sends one ClientHello and reads the answer as far as it is in the clear. */
export async function ask(dial: Dial, { versions, suites, flight = () => false }: Question): Promise<Answer> {
  const stream = await dial();
  const heard: Heard = { certificates: [], dhBits: null, certificateRequested: false };
  try {
    stream.write(tls.encodeClientHello({ versions, suites, serverName: serverNameOf(dial) }));
    const reading = await observe(() => read(tls.readMessages(new ByteReader(stream)), heard, flight));
    if (heard.hello) return { kind: 'hello', hello: heard.hello, flight: { ...heard, complete: reading.ok && reading.value } };
    if (heard.alert !== undefined) return { kind: 'alert', code: heard.alert };
    if (!reading.ok) throw new ProbeError(reading.failure.kind, reading.failure.detail);
    throw new ProbeError('protocol', 'TLS records without a ServerHello');
  } finally {
    stream.destroy();
  }
}

/** As `ask`, for questions where a hang-up counts as a refusal: asked again once, since it may have been chance. */
export async function insist(dial: Dial, question: Question): Promise<Answer> {
  const first = await observe(() => ask(dial, question));
  if (first.ok) return first.value;
  if (first.failure.kind !== 'reset') throw new ProbeError(first.failure.kind, first.failure.detail);
  return ask(dial, question);
}

/** Whether the server proves its group of Diffie-Hellman with that suite. */
export const usesDhe = (suite: number): boolean => /^TLS_DHE_(RSA|DSS)_|^TLS_DH_anon_/.test(CIPHER_SUITES.get(suite) ?? '');

interface Heard {
  hello?: tls.ServerHello;
  alert?: number;
  certificates: readonly Buffer[];
  dhBits: number | null;
  certificateRequested: boolean;
}

/**
 * Up to the first fatal alert, the ServerHello or the end of the flight; true where that end came. A warning such as
 * unrecognized_name goes before a hello.
 */
async function read(messages: AsyncGenerator<tls.Message>, heard: Heard, flight: (suite: number) => boolean): Promise<boolean> {
  for await (const message of messages) {
    if (message.kind === 'alert') {
      heard.alert = message.code;
      if (message.fatal) return false;
    } else if (message.type === tls.SERVER_HELLO) {
      heard.hello = tls.decodeServerHello(message.body);
      if (heard.hello.version === 'TLSv1.3' || !flight(heard.hello.suite)) return false;
    } else if (!heard.hello) {
      throw new ProbeError('protocol', `handshake message ${message.type} before the ServerHello`);
    } else if (message.type === tls.CERTIFICATE) heard.certificates = tls.decodeCertificates(message.body);
    else if (message.type === tls.CERTIFICATE_REQUEST) heard.certificateRequested = true;
    else if (message.type === tls.SERVER_KEY_EXCHANGE && usesDhe(heard.hello.suite)) heard.dhBits = tls.decodeDhBits(message.body);
    else if (message.type === tls.SERVER_HELLO_DONE) return true;
  }
  return false;
}
