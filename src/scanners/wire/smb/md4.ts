// RFC 1320. OpenSSL 3 no longer offers MD4, and NTLM's password hash is nothing else.
const BLOCK_BYTES = 64;
const SHIFTS = [
  [3, 7, 11, 19],
  [3, 5, 9, 13],
  [3, 9, 11, 15],
] as const;
const ORDER = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
  [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
] as const;
const ADDENDS = [0, 0x5a827999, 0x6ed9eba1] as const;
const MIXERS = [
  (x: number, y: number, z: number) => (x & y) | (~x & z),
  (x: number, y: number, z: number) => (x & y) | (x & z) | (y & z),
  (x: number, y: number, z: number) => x ^ y ^ z,
] as const;

/** The MD4 digest, 16 bytes. */
export function md4(message: Buffer): Buffer {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476] as [number, number, number, number];
  const padded = pad(message);
  for (let at = 0; at < padded.length; at += BLOCK_BYTES) mix(state, padded.subarray(at, at + BLOCK_BYTES));
  const digest = Buffer.alloc(16);
  state.forEach((word, index) => digest.writeUInt32LE(word >>> 0, index * 4));
  return digest;
}

function pad(message: Buffer): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(message.length) * 8n);
  const zeros = (2 * BLOCK_BYTES - 9 - (message.length % BLOCK_BYTES)) % BLOCK_BYTES;
  return Buffer.concat([message, Buffer.from([0x80]), Buffer.alloc(zeros), length]);
}

function mix(state: [number, number, number, number], block: Buffer): void {
  let [a, b, c, d] = state;
  for (const round of [0, 1, 2] as const) {
    ORDER[round].forEach((word, step) => {
      const sum = (a + MIXERS[round](b, c, d) + block.readUInt32LE(word * 4) + ADDENDS[round]) | 0;
      const shift = SHIFTS[round][(step % 4) as 0 | 1 | 2 | 3];
      [a, b, c, d] = [d, (sum << shift) | (sum >>> (32 - shift)), b, c];
    });
  }
  state[0] = (state[0] + a) | 0;
  state[1] = (state[1] + b) | 0;
  state[2] = (state[2] + c) | 0;
  state[3] = (state[3] + d) | 0;
}
