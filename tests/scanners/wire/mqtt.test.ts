import { describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { ByteReader } from '../../../src/scanners/byte-reader.js';
import * as mqtt from '../../../src/scanners/wire/mqtt.js';

function read(bytes: Buffer): Promise<mqtt.Packet> {
  const stream = new PassThrough();
  stream.end(bytes);
  return mqtt.readPacket(new ByteReader(stream));
}
const packet = (type: number, body: Buffer): mqtt.Packet => ({ type, flags: 0, body });

describe('CONNECT', () => {
  test.each([
    [3, 'MQIsdp'],
    [4, 'MQTT'],
    [5, 'MQTT'],
  ] as const)('level %i calls itself %s and brings no credentials', async (level, name) => {
    const sent = await read(mqtt.encodeConnect(level, 'porosity'));
    expect(mqtt.decodeConnect(sent)).toEqual({ name, level });
    const flags = sent.body[name.length + 3];
    expect(flags).toBe(2);
  });

  test('the bytes of section 3.1 of MQTT 3.1.1', () => {
    expect(mqtt.encodeConnect(4, 'ab').toString('hex')).toBe('100e00044d5154540402001e00026162');
  });
});

describe('packets', () => {
  test.each([0, 1, 127, 128, 16_000])('a body of %i bytes comes back', async (length) => {
    const body = Buffer.alloc(length, 7);
    expect(await read(mqtt.encodePacket(mqtt.PUBLISH, 1, body))).toEqual({ type: mqtt.PUBLISH, flags: 1, body });
  });

  test('every prefix ends as a hang-up', async () => {
    const whole = mqtt.encodePublish('a/b', 'x'.repeat(200), { retain: true });
    for (let length = 0; length < whole.length; length++)
      await expect(read(whole.subarray(0, length))).rejects.toMatchObject({ kind: 'reset' });
  });

  test('a claimed length is not awaited', async () => {
    await expect(read(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]))).rejects.toMatchObject({ kind: 'limit' });
    await expect(read(Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff, 0x01]))).rejects.toMatchObject({ kind: 'protocol' });
  });
});

describe('what a client sends', () => {
  const body = Buffer.from('1234000161000003232f2301', 'hex');

  test('SUBSCRIBE: packet id and filters', () => {
    expect(mqtt.decodeSubscribe(packet(mqtt.SUBSCRIBE, body))).toEqual({ packetId: 0x1234, filters: ['a', '#/#'] });
  });

  test('every prefix of a SUBSCRIBE that cuts a filter fails as protocol', () => {
    for (const length of [0, 1, 3, 4, 7, 8, 9, 10]) {
      expect(() => mqtt.decodeSubscribe(packet(mqtt.SUBSCRIBE, body.subarray(0, length)))).toThrow(
        expect.objectContaining({ kind: 'protocol' }),
      );
    }
  });

  test('every prefix of a CONNECT that cuts name or level fails as protocol', () => {
    const connect = Buffer.from('00044d51545404', 'hex');
    for (let length = 0; length < connect.length; length++) {
      expect(() => mqtt.decodeConnect(packet(mqtt.CONNECT, connect.subarray(0, length)))).toThrow(
        expect.objectContaining({ kind: 'protocol' }),
      );
    }
  });
});
