import { describe, expect, test } from '@jest/globals';
import { ProbeError } from '../../../../src/errors.js';
import { decodeEntries, isReadOnlyVolume } from '../../../../src/scanners/wire/smb/directory.js';
import { decodeNtlmChallenge } from '../../../../src/scanners/wire/smb/ntlm.js';
import { decodeResponse, expectBound } from '../../../../src/scanners/wire/smb/rpc.js';
import { decodeNetShareEnum } from '../../../../src/scanners/wire/smb/share-list.js';
import { decodeSmb1Negotiated, decodeSmb1SessionSetup } from '../../../../src/scanners/wire/smb/smb1-login.js';
import { decodeSmb1 } from '../../../../src/scanners/wire/smb/smb1-message.js';
import {
  decodeSmb1Create,
  decodeSmb1Read,
  decodeSmb1TreeConnect,
  decodeTransaction,
} from '../../../../src/scanners/wire/smb/smb1-share.js';
import { decodeCreate, decodeQueried, decodeRead, decodeTransceived } from '../../../../src/scanners/wire/smb/smb2-file.js';
import { decodeSmb2, type Smb2Message } from '../../../../src/scanners/wire/smb/smb2-message.js';
import { decodeNegotiated } from '../../../../src/scanners/wire/smb/smb2-negotiate.js';
import { decodeSessionSetup, decodeTreeConnect } from '../../../../src/scanners/wire/smb/smb2-session.js';
import { loadTranscript } from '../../../support/smb-replay.js';

const NAMES = ['guest', 'hardened', 'encrypted', 'smb1-alone'].map((name) => `samba-4.17.12-${name}`);

/** Everything that a client might read out of an SMB2 message, each by its own decoder. */
const SMB2_DECODERS: readonly ((message: Smb2Message) => unknown)[] = [
  decodeNegotiated,
  (message) => decodeNtlmChallenge(decodeSessionSetup(message).token),
  decodeTreeConnect,
  decodeCreate,
  (message) => decodeEntries(decodeQueried(message)),
  (message) => isReadOnlyVolume(decodeQueried(message)),
  (message) => expectBound(decodeTransceived(message)),
  (message) => decodeNetShareEnum(decodeResponse(decodeTransceived(message)).stub, 16),
  decodeRead,
];

/** Every message of the recordings, without its frame. */
function* messages(): Iterable<Buffer> {
  for (const name of NAMES) {
    for (const bytes of loadTranscript(name).connections.flat()) {
      for (let at = 0; at + 4 <= bytes.length; at += 4 + bytes.readUIntBE(at + 1, 3))
        yield bytes.subarray(at + 4, at + 4 + bytes.readUIntBE(at + 1, 3));
    }
  }
}

/** A decoder either gives something or says why not; it never stumbles. */
function clean(decode: () => unknown): void {
  try {
    decode();
  } catch (error) {
    expect(error).toBeInstanceOf(ProbeError);
  }
}

function decodeEverything(message: Buffer): void {
  if (message[0] === 0xff) {
    clean(() => decodeSmb1Negotiated(decodeSmb1(message)));
    for (const decode of [decodeSmb1SessionSetup, decodeSmb1TreeConnect, decodeSmb1Create, decodeSmb1Read])
      clean(() => decode(decodeSmb1(message)));
    clean(() => decodeEntries(decodeTransaction(decodeSmb1(message))));
  } else for (const decode of SMB2_DECODERS) clean(() => decode(decodeSmb2(message)));
}

describe('recorded answers of Samba', () => {
  test('every prefix of every message fails cleanly, whatever it is taken for', () => {
    const seen = new Set<string>();
    for (const message of messages()) {
      // One of each kind and length is enough: prefixes of equal shapes fail alike.
      const shape = `${message.subarray(0, 1).toString('hex')} ${message.readUInt16LE(12)} ${message[4]} ${message.length}`;
      if (seen.has(shape)) continue;
      seen.add(shape);
      for (let length = 0; length <= message.length; length++) decodeEverything(message.subarray(0, length));
    }
    expect(seen.size).toBeGreaterThan(20);
  });

  test('every message with one byte turned over fails cleanly', () => {
    for (const message of [...messages()].slice(0, 60)) {
      for (let at = 0; at < message.length; at += 3) {
        const turned = Buffer.from(message);
        turned[at] = turned[at]! ^ 0xff;
        decodeEverything(turned);
      }
    }
  });
});

test('a share list that claims more shares than it holds is refused', () => {
  const claim = Buffer.alloc(28);
  claim.writeUInt32LE(1, 8);
  claim.writeUInt32LE(0x0fff_ffff, 12);
  claim.writeUInt32LE(1, 16);
  expect(() => decodeNetShareEnum(claim, 256)).toThrow('ends too early');
});

test('entries that point at themselves end', () => {
  const loop = Buffer.alloc(64);
  expect(decodeEntries(loop)).toEqual([{ name: '', folder: false }]);
  loop.writeUInt32LE(0xffff_fff0, 0);
  expect(decodeEntries(loop)).toHaveLength(1);
});

test('create contexts that point backwards or nowhere end', () => {
  const message = Buffer.alloc(64 + 88 + 24);
  message.write('\xfeSMB', 'latin1');
  message.writeUInt16LE(64, 4);
  message.writeUInt32LE(64 + 88, 64 + 80);
  message.writeUInt32LE(24, 64 + 84);
  message.writeUInt32LE(0xffff_ffff, 64 + 88);
  expect(() => decodeCreate(decodeSmb2(message))).toThrow(ProbeError);
});
