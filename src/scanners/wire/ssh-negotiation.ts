import { createHash } from 'node:crypto';
import type { KexInit } from './ssh.js';
import type { HashName } from './ssh-kex.js';
import { type Derive, isAead, supportedCiphers, supportedMacs } from './ssh-packets.js';

/** One name for each list, so that nothing is left to guess: what can be spoken here, else what the server likes best. */
export function negotiate(offered: KexInit, keyExchanges: readonly string[], hostKeys: readonly string[]): KexInit {
  const pick = (mine: readonly string[], theirs: readonly string[]) => [mine.find((name) => theirs.includes(name)) ?? theirs[0] ?? ''];
  const compression = ['none', 'zlib@openssh.com']; // the second begins after a login, which never comes
  return {
    kex: pick(keyExchanges, offered.kex),
    serverHostKey: hostKeys.slice(0, 1),
    ciphersToServer: pick(supportedCiphers, offered.ciphersToServer),
    ciphersToClient: pick(supportedCiphers, offered.ciphersToClient),
    macsToServer: pick(supportedMacs, offered.macsToServer),
    macsToClient: pick(supportedMacs, offered.macsToClient),
    compressionToServer: pick(compression, offered.compressionToServer),
    compressionToClient: pick(compression, offered.compressionToClient),
  };
}

/** Whether messages can be sealed and opened with these. */
export const canProtect = (cipher: string, mac: string): boolean =>
  supportedCiphers.includes(cipher) && (isAead(cipher) || supportedMacs.includes(mac));

/** RFC 4253 section 7.2; the first exchange hash is the session identifier. */
export function deriveKeys(hash: HashName, secret: Buffer, exchangeHash: Buffer): Derive {
  return (letter, bytes) => {
    const digest = (...parts: Buffer[]) => {
      const state = createHash(hash).update(secret).update(exchangeHash);
      for (const part of parts) state.update(part);
      return state.digest();
    };
    let key = digest(Buffer.from(letter), exchangeHash);
    while (key.length < bytes) key = Buffer.concat([key, digest(key)]);
    return Buffer.from(key.subarray(0, bytes));
  };
}
