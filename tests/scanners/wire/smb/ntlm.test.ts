import { expect, test } from '@jest/globals';
import { answerAnonymously, answerChallenge, decodeNtlmChallenge, encodeNtlmNegotiate } from '../../../../src/scanners/wire/smb/ntlm.js';
import { encodeNtlmChallenge } from '../../../../src/demo/smb/ntlm-challenge.js';

// MS-NLMP 4.2.4: the worked example of NTLMv2.
const EXAMPLE = {
  challenge: Buffer.from('0123456789abcdef', 'hex'),
  targetInfo: Buffer.from('02000c0044006f006d00610069006e0001000c005300650072007600650072' + '0000000000', 'hex'),
  netbiosComputer: 'Server',
  netbiosDomain: 'Domain',
  dnsComputer: '',
  dnsDomain: '',
};
const LOGIN = { user: 'User', password: 'Password', domain: 'Domain' };
const YEAR_1601 = new Date(Date.UTC(1601, 0, 1));

test('computes the proof and the session key of the specification', () => {
  const { message, sessionKey } = answerChallenge(EXAMPLE, LOGIN, { now: YEAR_1601, nonce: Buffer.alloc(8, 0xaa) });
  const ntAt = message.readUInt32LE(24);
  expect(message.subarray(ntAt, ntAt + 16).toString('hex')).toBe('68cd0ab851e51c96aabc927bebef6a1c');
  expect(sessionKey.toString('hex')).toBe('8de40ccadbc14a82f15cb0ad0de95ca3');
});

test('an anonymous answer has no user, an empty NT response and the anonymous flag', () => {
  const { message, sessionKey } = answerAnonymously();
  expect(message.readUInt16LE(20)).toBe(0);
  expect(message.readUInt16LE(36)).toBe(0);
  expect(message.readUInt32LE(60) & 0x800).toBe(0x800);
  expect(sessionKey).toHaveLength(0);
});

test('reads the names of a challenge, wrapped or not', () => {
  const challenge = encodeNtlmChallenge('HASSIO', Buffer.alloc(8, 7));
  for (const bytes of [challenge, Buffer.concat([Buffer.from('a181c4', 'hex'), challenge])]) {
    expect(decodeNtlmChallenge(bytes)).toMatchObject({ netbiosComputer: 'HASSIO', dnsComputer: 'hassio', challenge: Buffer.alloc(8, 7) });
  }
});

test('refuses what is no challenge', () => {
  expect(() => decodeNtlmChallenge(Buffer.from('hello'))).toThrow('no NTLM challenge');
  expect(() => decodeNtlmChallenge(encodeNtlmNegotiate())).toThrow('not an NTLM challenge');
});
