import { expect, test } from '@jest/globals';
import { encodeNegTokenAnswer, encodeNegTokenInit, encodeNegTokenReply } from '../../../../src/scanners/wire/smb/spnego.js';

const TOKEN = Buffer.from('4e54', 'hex');

test('opens with NTLM as the only mechanism', () => {
  expect(encodeNegTokenInit(TOKEN).toString('hex')).toBe(
    '6022' + '06062b0601050502' + 'a018' + '3016' + 'a00e300c060a2b06010401823702020a' + 'a204' + '04024e54',
  );
});

test('replies with the bare token', () => {
  expect(encodeNegTokenReply(TOKEN).toString('hex')).toBe('a108' + '3006' + 'a204' + '04024e54');
});

test('answers that more is to come, or that it is over', () => {
  expect(encodeNegTokenAnswer(TOKEN).toString('hex')).toBe(
    'a11b' + '3019' + 'a0030a0101' + 'a10c060a2b06010401823702020a' + 'a204' + '04024e54',
  );
  expect(encodeNegTokenAnswer(Buffer.alloc(0)).toString('hex')).toBe('a107' + '3005' + 'a0030a0100');
});

test('long tokens get long lengths', () => {
  expect(encodeNegTokenReply(Buffer.alloc(200)).subarray(0, 12).toString('hex')).toBe('a181d130' + '81cea281' + 'cb0481c8');
  expect(encodeNegTokenReply(Buffer.alloc(300)).subarray(0, 4).toString('hex')).toBe('a1820138');
});
