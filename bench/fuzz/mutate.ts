import type { Random } from './random.js';

/** Longer answers than a look reads are cut off by the dial; a little more than that is enough. */
const MAX_BYTES = 72 * 1024;
/** Lengths and counts that decoders stumble over, each in 1, 2, 3, 4 and 8 bytes of either byte order. */
const NUMBERS = [0, 1, 2, 3, 4, 7, 8, 12, 16, 63, 64, 127, 128, 254, 255, 256, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x7fff_ffff, 0xffff_ffff];
const TEXTS = [
  '\0',
  '\r\n',
  '\r\n\r\n',
  '\u001b[2J',
  '\u202e',
  '%00',
  '../',
  '<script>',
  ',',
  ';',
  '=',
  '"',
  '&#x1f4a9;',
  'SSH-1.5-x\n',
  'HTTP/1.1 100 \r\n\r\n',
];

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const anywhere = (bytes: Buffer, random: Random) => random.below(bytes.length + 1);
const replaced = (bytes: Buffer, at: number, removed: number, put: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);

const flipBit: Mutation = (bytes, random) => {
  const changed = Buffer.from(bytes);
  const at = random.below(bytes.length);
  changed[at]! ^= 1 << random.below(8);
  return changed;
};
const setByte: Mutation = (bytes, random) => {
  const changed = Buffer.from(bytes);
  changed[random.below(bytes.length)] = random.below(256);
  return changed;
};
const setNumber: Mutation = (bytes, random) => {
  const size = random.pick([1, 2, 2, 3, 4, 4, 8]);
  const number = Buffer.alloc(8);
  const value = BigInt(random.pick(NUMBERS));
  const big = random.below(2) === 0;
  if (big) number.writeBigUInt64BE(value);
  else number.writeBigUInt64LE(value);
  return replaced(bytes, anywhere(bytes, random), size, big ? number.subarray(8 - size) : number.subarray(0, size));
};
const cutOff: Mutation = (bytes, random) => bytes.subarray(0, anywhere(bytes, random));
const drop: Mutation = (bytes, random) => replaced(bytes, anywhere(bytes, random), 1 + random.below(64), Buffer.alloc(0));
const repeat: Mutation = (bytes, random) => {
  const at = anywhere(bytes, random);
  const piece = bytes.subarray(at, at + 1 + random.below(256));
  return replaced(bytes, at, 0, Buffer.concat(Array.from({ length: 1 + random.below(32) }, () => piece)));
};
const insertText: Mutation = (bytes, random) => replaced(bytes, anywhere(bytes, random), random.below(4), Buffer.from(random.pick(TEXTS)));
const splice: Mutation = (bytes, random, other) => {
  const from = anywhere(other, random);
  return replaced(bytes, anywhere(bytes, random), random.below(64), other.subarray(from, from + random.below(512)));
};
const crossOver: Mutation = (bytes, random, other) =>
  Buffer.concat([bytes.subarray(0, anywhere(bytes, random)), other.subarray(anywhere(other, random))]);

const MUTATIONS: readonly Mutation[] = [
  flipBit,
  flipBit,
  setByte,
  setByte,
  setNumber,
  setNumber,
  setNumber,
  cutOff,
  drop,
  repeat,
  insertText,
  splice,
  crossOver,
];

/** The answer with one to four things wrong; `other` lends pieces. */
export function mutate(answer: Buffer, random: Random, other: Buffer): Buffer {
  let bytes = answer;
  for (let left = 1 + random.below(4); left > 0; left--) bytes = bytes.length > 0 ? random.pick(MUTATIONS)(bytes, random, other) : other;
  return bytes.subarray(0, MAX_BYTES);
}
