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
export const serverNameOf = ({ serverName }: Dial): string => (net.isIP(serverName.split('%')[0] ?? '') ? '' : serverName);

/** The first handshake of a slow device takes a second; silence after it is an answer of its own. */
const DEADLINE_MS = 2_000;

/** Sends one ClientHello and reads what comes in the clear. A hang-up is asked again once: it may have been chance. */
export async function ask(dial: Dial, versions: readonly tls.Version[], suites: readonly number[]): Promise<Answer> {
  const first = await observe(() => askOnce(dial, versions, suites));
  if (first.ok) return first.value;
  if (first.failure.kind !== 'reset') throw new ProbeError(first.failure.kind, first.failure.detail);
  return askOnce(dial, versions, suites);
}

async function askOnce(dial: Dial, versions: readonly tls.Version[], suites: readonly number[]): Promise<Answer> {
  const stream = await dial({ deadlineMs: DEADLINE_MS });
  const heard: Heard = { certificates: [], dhBits: null, certificateRequested: false };
  try {
    stream.write(tls.encodeClientHello({ versions, suites, serverName: serverNameOf(dial) }));
    const reading = await observe(() => read(tls.readMessages(new ByteReader(stream)), heard));
    if (heard.hello) return { kind: 'hello', hello: heard.hello, flight: { ...heard, complete: reading.ok } };
    if (heard.alert !== undefined) return { kind: 'alert', code: heard.alert };
    if (!reading.ok) throw new ProbeError(reading.failure.kind, reading.failure.detail);
    throw new ProbeError('protocol', 'TLS records without a ServerHello');
  } finally {
    stream.destroy();
  }
}

interface Heard {
  hello?: tls.ServerHello;
  alert?: number;
  certificates: readonly Buffer[];
  dhBits: number | null;
  certificateRequested: boolean;
}

const usesDhe = (suite: number): boolean => /^TLS_DHE_(RSA|DSS)_|^TLS_DH_anon_/.test(CIPHER_SUITES.get(suite) ?? '');

/** Up to the first fatal alert, or the end of the server's flight. A warning such as unrecognized_name goes before a hello. */
async function read(messages: AsyncGenerator<tls.Message>, heard: Heard): Promise<void> {
  for await (const message of messages) {
    if (message.kind === 'alert') {
      heard.alert = message.code;
      if (message.fatal) return;
    } else if (message.type === tls.SERVER_HELLO) {
      heard.hello = tls.decodeServerHello(message.body);
      if (heard.hello.version === 'TLSv1.3') return;
    } else if (!heard.hello) {
      throw new ProbeError('protocol', `handshake message ${message.type} before the ServerHello`);
    } else if (message.type === tls.CERTIFICATE) heard.certificates = tls.decodeCertificates(message.body);
    else if (message.type === tls.CERTIFICATE_REQUEST) heard.certificateRequested = true;
    else if (message.type === tls.SERVER_KEY_EXCHANGE && usesDhe(heard.hello.suite)) heard.dhBits = tls.decodeDhBits(message.body);
    else if (message.type === tls.SERVER_HELLO_DONE) return;
  }
}
