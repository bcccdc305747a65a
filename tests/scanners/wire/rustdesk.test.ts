import { Duplex } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { ByteReader } from '../../../src/scanners/byte-reader.js';
import {
  bytesOf,
  fieldsOf,
  framed,
  HEALTH_CHECK,
  keyExchangeOf,
  numberOf,
  ONLINE,
  parseMessage,
  PUNCH_HOLE,
  readFramed,
  requestRelay,
  TEST_NAT,
} from '../../../src/scanners/wire/rustdesk.js';

const hex = (text: string) => Buffer.from(text, 'hex');
const reading = (bytes: Buffer) => new ByteReader(Duplex.from([bytes]));
const ID = '706f726f736974793031';

/** BetterDesk 2.4.0's answer on 21115 with two relays and a second rendezvous server. */
const WITH_SERVERS = hex(
  '3501aa014a08b38f0212440801121972656c6179312e6578616d706c652e746573743a323131313712113230332e302e3131332e393a3231313137121268626273322e6578616d706c652e74657374',
);

describe('what we say, byte for byte as hbb_common frames it', () => {
  test.each([
    ['HealthCheck', HEALTH_CHECK, '18d201030a0161'],
    ['TestNatRequest', TEST_NAT, '0ca20100'],
    ['OnlineRequest', ONLINE, `6cba01180a0a${ID}120a${ID}`],
    ['PunchHoleRequest', PUNCH_HOLE, '5c42150a093030303030303030301a08706f726f73697479'],
    [
      'RequestRelay',
      requestRelay('11111111-2222-4333-8444-555555555555'),
      'cc920130122431313131313131312d323232322d343333332d383434342d3535353535353535353535353208706f726f73697479',
    ],
  ])('%s', (_name, message, expected) => {
    expect(framed(message).toString('hex')).toBe(expected);
  });

  test('a longer message gets a header of two bytes', () => {
    expect(framed(Buffer.alloc(0x40)).subarray(0, 2).toString('hex')).toBe('0101');
  });
});

describe('what servers answer', () => {
  test('the list of servers in an answer to the NAT test', async () => {
    const { name, body } = await readFramed(reading(WITH_SERVERS));
    const update = bytesOf(body, 2);
    expect({ name, serial: numberOf(update, 1), servers: fieldsOf(update).filter(({ number }) => number === 2).length }).toEqual({
      name: 'TestNatResponse',
      serial: 1,
      servers: 3,
    });
  });

  test.each([
    ['105a021803', 3],
    ['085a00', 0],
    ['305a0a180222063a3231313137', 2],
  ])('the failure in %s', async (answer, failure) => {
    const { name, body } = await readFramed(reading(hex(answer)));
    expect([name, numberOf(body, 3)]).toEqual(['PunchHoleResponse', failure]);
  });

  test('a key exchange of another length is none', () => {
    expect(keyExchangeOf(parseMessage(hex('ca01040a020102')))).toBeUndefined();
  });
});

describe('hostile bytes', () => {
  test('every prefix of an answer fails and does not hang', async () => {
    for (let length = 0; length < WITH_SERVERS.length; length++) {
      await expect(readFramed(reading(WITH_SERVERS.subarray(0, length)))).rejects.toMatchObject({ name: 'ProbeError' });
    }
  });

  test.each([
    ['a length that nobody would send', 'ffffffff00', 'limit'],
    ['no message at all', '00', 'protocol'],
    ['a number where a message should be', '080801', 'protocol'],
    ['a field longer than the message', '0c0aff01', 'protocol'],
    ['a number without an end', '18ffffffffffff', 'protocol'],
  ])('%s', async (_name, bytes, kind) => {
    await expect(readFramed(reading(hex(bytes)))).rejects.toMatchObject({ kind });
  });
});
