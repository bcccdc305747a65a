import { randomBytes } from 'node:crypto';

/**
 * Empties the error queue that OpenSSL keeps for this thread. A few calls of Node 20 leave theirs in it
 * (`X509Certificate.subjectAltName`, `Certificate.verifySpkac`), and whoever comes next is blamed: a TLS connection to
 * another host ends with that error, a private key cannot be read, and ssh2, if it loads then, may never have Ed25519.
 */
export function forgetOpenSslErrors(): void {
  // Node empties the queue after a job of this kind; of all of them this one costs least.
  randomBytes(1);
}
