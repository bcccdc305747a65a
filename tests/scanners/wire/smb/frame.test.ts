import { expect, test } from '@jest/globals';
import { decodeFrameHeader, encodeSessionRequest, frame, isRefusal } from '../../../../src/scanners/wire/smb/frame.js';

test('puts a message into a frame and reads its header again', () => {
  const framed = frame(Buffer.from('abc'));
  expect(decodeFrameHeader(framed.subarray(0, 4))).toEqual({ kind: 'message', length: 3 });
});

test('a claim of 16 MiB is an error before any of it is awaited', () => {
  expect(() => decodeFrameHeader(Buffer.from('00ffffff', 'hex'))).toThrow('claims 16777215 bytes');
});

test('what is no frame is no frame', () => {
  expect(() => decodeFrameHeader(Buffer.from('HTTP'))).toThrow('no SMB frame');
});

test('asks for a session as RFC 1002 wants it', () => {
  const request = encodeSessionRequest();
  expect(request.readUInt32BE(0)).toBe(0x8100_0044);
  // `*SMBSERVER`, padded with spaces, service 0x20: each half byte a letter from A on.
  expect(request.subarray(5, 37).toString('latin1')).toBe('CKFDENECFDEFFCFGEFFCCACACACACACA');
});

test('knows the refusal that Samba sends to addresses outside `hosts allow`', () => {
  expect(isRefusal(Buffer.from('8300000181', 'hex'))).toBe(true);
  expect(isRefusal(Buffer.from('SSH-2.0-'))).toBe(false);
  expect(isRefusal(Buffer.from('83', 'hex'))).toBe(false);
});
