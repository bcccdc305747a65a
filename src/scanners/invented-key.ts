import { generateKeyPairSync } from 'node:crypto';
import { string } from './wire/ssh.js';

/** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) ends with the 32 bytes of the key. */
const KEY_BYTES = 32;

/** A public key that nobody has, as it stands on the wire (RFC 8709 section 4). Its private half is dropped at once. */
export function inventedKey(): Buffer {
  const { publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ type: 'spki', format: 'der' }).subarray(-KEY_BYTES);
  return Buffer.concat([string('ssh-ed25519'), string(key)]);
}
