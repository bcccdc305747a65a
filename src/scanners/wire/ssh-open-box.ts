import { createHash } from 'node:crypto';
import { ProbeError } from '../../errors.js';

/*
 * Post-quantum key encapsulation without the cryptography. A server that offers nothing else will only show its host key
 * to a client that takes part. The client chooses the public key, and for both schemes there is a well-formed public key
 * whose ciphertexts can be read with the naked eye: everyone could open such a box. That costs us nothing: our sessions
 * carry no secret, and the server's signature covers the whole exchange all the same.
 */

export interface OpenBox {
  readonly publicKey: Buffer;
  readonly ciphertextBytes: number;
  /** The secret inside; throws a ProbeError where the bytes are no ciphertext. */
  read(ciphertext: Buffer): Buffer;
}

const digest = (algorithm: string, ...parts: Buffer[]): Buffer => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// --- ML-KEM-768: FIPS 203 -------------------------------------------------------------------------------------------------

const ML_KEM_KEY_BYTES = 1184; // 384 k + 32, table 3
const ML_KEM_CIPHERTEXT_BYTES = 1088;
const ML_KEM_V_OFFSET = 960; // 32 du k: where the second part of the ciphertext begins
const ML_KEM_SECRET_BYTES = 32;

/** With t = 0 the second part is nothing but the message and a small error (algorithm 14, line 21). */
const zeroKey = Buffer.alloc(ML_KEM_KEY_BYTES);

export const mlkem768: OpenBox = {
  publicKey: zeroKey,
  ciphertextBytes: ML_KEM_CIPHERTEXT_BYTES,
  read(ciphertext) {
    demandLength(ciphertext, ML_KEM_CIPHERTEXT_BYTES);
    const secret = Buffer.alloc(ML_KEM_SECRET_BYTES);
    ciphertext.subarray(ML_KEM_V_OFFSET).forEach((byte, at) => {
      for (const [offset, nibble] of [byte & 15, byte >> 4].entries()) {
        const bit = 2 * at + offset;
        // Four bits stand for sixteenths of q: near one half is a 1, near nought is a 0 (section 4.2.1).
        if (nibble >= 4 && nibble < 12) secret[bit >> 3]! |= 1 << (bit & 7);
      }
    });
    return digest('sha3-512', secret, digest('sha3-256', zeroKey)).subarray(0, 32); // algorithm 17
  },
};

// --- Streamlined NTRU Prime 761: https://ntruprime.cr.yp.to/nist/ntruprime-20201007.pdf sections 3.2 and 4.3 --------------

const DEGREE = 761;
const MODULUS = 4591;
const ROUNDED = (MODULUS + 2) / 3;
const HALF = (MODULUS - 1) / 2;
const NTRU_ROUNDED_BYTES = 1007;
const NTRU_CIPHERTEXT_BYTES = NTRU_ROUNDED_BYTES + 32; // and a confirmation that the receiver may ignore
const LIMIT = 16384;

/** The public key h = 3: the ciphertext Round(h r) is 3 r, unrounded, so each coefficient of r can be read off it. */
const three = encodeIntegers([HALF + 3, ...Array<number>(DEGREE - 1).fill(HALF)], Array<number>(DEGREE).fill(MODULUS));

export const sntrup761: OpenBox = {
  publicKey: three,
  ciphertextBytes: NTRU_CIPHERTEXT_BYTES,
  read(ciphertext) {
    demandLength(ciphertext, NTRU_CIPHERTEXT_BYTES);
    const thirds = decodeIntegers(ciphertext.subarray(0, NTRU_ROUNDED_BYTES), Array<number>(DEGREE).fill(ROUNDED));
    const small = Buffer.alloc(Math.ceil(DEGREE / 4));
    thirds.forEach((value, at) => {
      const coefficient = value - HALF / 3;
      if (Math.abs(coefficient) > 1) throw new ProbeError('protocol', 'not an answer to our sntrup761 key');
      small[at >> 2]! |= (coefficient + 1) << (2 * (at & 3));
    });
    const prefixed = (prefix: number, ...parts: Buffer[]) => digest('sha512', Buffer.from([prefix]), ...parts).subarray(0, 32);
    return prefixed(1, prefixed(3, small), ciphertext);
  },
};

/** NTRU Prime's mixed-radix code: `values[i]` is below `radixes[i]`. */
export function encodeIntegers(values: readonly number[], radixes: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0);
  const bytes: number[] = [];
  const spill = (value: number, radix: number, until: number): [number, number] => {
    while (radix >= until) {
      bytes.push(value & 255);
      value >>>= 8;
      radix = Math.ceil(radix / 256);
    }
    return [value, radix];
  };
  if (values.length === 1) {
    spill(values[0]!, radixes[0]!, 2);
    return Buffer.from(bytes);
  }
  const pairs = pairUp(radixes).map(([low, high], at) =>
    high === undefined ? [values[2 * at]!, low] : spill(values[2 * at]! + low * values[2 * at + 1]!, low * high, LIMIT),
  );
  const rest = encodeIntegers(
    pairs.map(([value]) => value!),
    pairs.map(([, radix]) => radix!),
  );
  return Buffer.concat([Buffer.from(bytes), rest]);
}

/** The inverse; takes exactly the bytes that the radixes need. */
export function decodeIntegers(bytes: Buffer, radixes: readonly number[]): number[] {
  if (radixes.length === 0) return [];
  let at = 0;
  const gather = (radix: number, until: number) => {
    let [value, weight] = [0, 1];
    while (radix >= until) {
      value += (bytes[at++] ?? 0) * weight;
      weight *= 256;
      radix = Math.ceil(radix / 256);
    }
    return { value, weight, radix };
  };
  if (radixes.length === 1) return [gather(radixes[0]!, 2).value % radixes[0]!];
  const pairs = pairUp(radixes).map(([low, high]) =>
    high === undefined ? { value: 0, weight: 1, radix: low } : gather(low * high, LIMIT),
  );
  const tops = decodeIntegers(
    bytes.subarray(at),
    pairs.map(({ radix }) => radix),
  );
  return pairUp(radixes).flatMap(([low, high], index) => {
    const { value, weight } = pairs[index]!;
    const whole = value + weight * tops[index]!;
    return high === undefined ? [whole % low] : [whole % low, Math.floor(whole / low) % high];
  });
}

function pairUp(list: readonly number[]): [number, number | undefined][] {
  return Array.from({ length: Math.ceil(list.length / 2) }, (_, at) => [list[2 * at]!, list[2 * at + 1]]);
}

function demandLength(ciphertext: Buffer, bytes: number): void {
  if (ciphertext.length !== bytes) throw new ProbeError('protocol', `a ciphertext of ${ciphertext.length} bytes, not ${bytes}`);
}
