import { randomBytes } from 'node:crypto';
import type { ProbeFailure } from '../model.js';

/**
 * Empties the error queue that OpenSSL keeps for this thread. A few calls of Node 20 leave theirs in it
 * (`X509Certificate.subjectAltName`, `Certificate.verifySpkac`), and whoever comes next is blamed: a TLS connection to
 * another host ends with that error, a private key cannot be read, and ssh2, if it loads then, may never have Ed25519.
 */
export function forgetOpenSslErrors(): void {
  // Node empties the queue after a job of this kind; of all of them this one costs least.
  randomBytes(1);
}

/**
 * What Node calls `ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED`, as its reader would say it. An alert (RFC 8446 section 6) is the
 * peer's word, the rest is what OpenSSL made of the peer's bytes.
 */
export function tlsErrorInWords(code: string): string {
  const alert = /_ALERT_(.+)$/.exec(code)?.[1];
  if (alert === 'CERTIFICATE_REQUIRED') return 'TLS alert: certificate required, so it wants one of the client';
  if (alert) return `TLS alert: ${inWords(alert)}`;
  return `TLS error: ${inWords(code.replace(/^ERR_(SSL|TLS)_/, ''))}`;
}

/** Whether a failed look is an alert of the peer, or that one. */
export const isTlsAlert = ({ detail }: ProbeFailure, alert: 'certificate required' | 'no application protocol' | '' = ''): boolean =>
  detail.startsWith(`TLS alert: ${alert}`);

const inWords = (name: string): string => name.replaceAll('_', ' ').toLowerCase();
