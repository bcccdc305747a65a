import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Facts } from '../../model.js';
import { secure } from '../dial.js';
import { isTlsAlert } from '../openssl.js';
import { type Dial, observe, ProbeError } from '../scanner.js';
import { certificateFacts } from './tls-certificate.js';

export interface Handshake {
  readonly session: Omit<Facts['tls.session'], 'clientCertificate'>;
  readonly certificate: Facts['tls.certificate'];
  /** TLS 1.3 refuses a client without certificate only after the handshake (RFC 8446 section 4.4.2.4). */
  readonly refusedAfterwards: boolean;
}

const ALPN = ['h2', 'http/1.1', 'mqtt'];
/** Servers of TLS 1.3 send tickets or an alert at once; whoever sends neither in this time has nothing against us. */
const AFTERMATH_MS = 300;
/** What node:tls says when the chain is good and the name is another one: a matter of its own. */
const OTHER_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';

/** One whole handshake with the best that both sides know, without a client certificate. */
export async function shakeHands(dial: Dial): Promise<Handshake> {
  const offered = await observe(() => handshake(dial, ALPN));
  if (offered.ok) return offered.value;
  // RFC 7301 section 3.2: a server may refuse all that we know.
  if (isTlsAlert(offered.failure, 'no application protocol')) return handshake(dial, []);
  throw new ProbeError(offered.failure.kind, offered.failure.detail);
}

async function handshake(dial: Dial, alpn: readonly string[]): Promise<Handshake> {
  const socket = await secure((await dial()) as Socket, dial.serverName, alpn.length ? { alpn } : {});
  try {
    const version = socket.getProtocol() ?? '';
    // Its type says Error; Node gives the code.
    const problem = String(socket.authorizationError ?? '');
    const { raw } = socket.getPeerCertificate();
    if (!raw) throw new ProbeError('unsupported', 'the server has no certificate (anonymous or pre-shared key)');
    return {
      session: {
        version: version === 'TLSv1' ? 'TLSv1.0' : version,
        cipher: socket.getCipher().standardName,
        alpn: socket.alpnProtocol || '',
      },
      certificate: certificateFacts(raw, problem === OTHER_NAME ? '' : problem),
      refusedAfterwards: version === 'TLSv1.3' && (await endsWithAlert(socket)),
    };
  } finally {
    socket.destroy();
  }
}

function endsWithAlert(socket: TLSSocket): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), AFTERMATH_MS);
    const settle = (alerted: boolean) => {
      clearTimeout(timer);
      resolve(alerted);
    };
    socket.once('error', (error: NodeJS.ErrnoException) => settle(/_ALERT_/.test(error.code ?? '')));
    for (const event of ['session', 'data', 'close']) socket.once(event, () => settle(false));
  });
}
