const PRIME = (1n << 130n) - 5n;
const CLAMP = 0x0ffffffc0ffffffc0ffffffc0fffffffn;
const BLOCK_BYTES = 16;

const fromLittleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);

/**
 * The one-time authenticator of RFC 8439 section 2.5.1. Node's crypto has it only inside the IETF construction, SSH uses it
 * bare. Not constant in time: good for sessions that carry no secret.
 */
export function poly1305(key: Buffer, data: Buffer): Buffer {
  const r = fromLittleEndian(key.subarray(0, BLOCK_BYTES)) & CLAMP;
  const s = fromLittleEndian(key.subarray(BLOCK_BYTES, 2 * BLOCK_BYTES));
  let sum = 0n;
  for (let at = 0; at < data.length; at += BLOCK_BYTES) {
    const block = data.subarray(at, at + BLOCK_BYTES);
    sum = ((sum + fromLittleEndian(block) + (1n << BigInt(8 * block.length))) * r) % PRIME;
  }
  const tag = BigInt.asUintN(128, sum + s)
    .toString(16)
    .padStart(32, '0');
  return Buffer.from(tag, 'hex').reverse();
}
