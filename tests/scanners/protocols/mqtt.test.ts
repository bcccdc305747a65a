import { afterEach, describe, expect, test } from '@jest/globals';
import { Aedes } from 'aedes';
import net from 'node:net';
import { createMqttBroker } from '../../../src/demo/mqtt-broker.js';
import scanner from '../../../src/scanners/protocols/mqtt.js';
import { encodePublish } from '../../../src/scanners/wire/mqtt.js';
import { connack, connack5, publish5, scriptedBroker } from '../../peers/mqtt.js';
import { rawPeer } from '../../peers/web.js';
import { dialTo, listen } from '../../support/dial-to.js';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
function kept<T extends { close(): unknown }>(peer: T): T {
  open.push(peer);
  return peer;
}
const broker = async (script: Parameters<typeof scriptedBroker>[0]) => kept(await scriptedBroker(script));
const raw = async (talk: (socket: net.Socket) => void) => kept(await rawPeer(talk));
const gather = (port: number) => scanner.gather(dialTo(port));
const identify = (port: number) => scanner.identify!(dialTo(port));

const VERSION = encodePublish('$SYS/broker/version', 'mosquitto version 2.0.18', { retain: true });
const SENSOR = encodePublish('home/door', 'closed', { retain: true });
const BOTH_GRANTED = [0, 0];

async function aedes(options: { readonly refuse: boolean }) {
  const instance = await Aedes.createBroker(
    options.refuse
      ? { authenticate: (_client, _user, _password, done) => done(Object.assign(new Error('no'), { returnCode: 4 }), false) }
      : {},
  );
  const server = net.createServer(instance.handle);
  kept({ close: () => new Promise<void>((resolve) => instance.close(() => server.close(() => resolve()))) });
  return { instance, port: await listen(server) };
}

describe('a broker that lets everybody in', () => {
  test('the demo broker of 2018 gives every fact, and no payload stays', async () => {
    const server = createMqttBroker();
    kept({ close: () => server.close() });
    const port = await listen(server);
    expect(await identify(port)).toBe(true);
    const facts = await gather(port);
    expect(facts).toEqual({
      'mqtt.transport': { ok: true, value: { kind: 'tcp', path: '' } },
      'mqtt.anonymous-connect': {
        ok: true,
        value: { protocolVersion: 4, returnCode: 0, reason: 'Connection Accepted', attempts: { made: 1, accepted: 1 } },
      },
      'mqtt.anonymous-connect-5': {
        ok: true,
        value: { protocolVersion: 5, returnCode: 1, reason: 'Connection Refused, unacceptable protocol version' },
      },
      'mqtt.anonymous-subscribe': { ok: true, value: { granted: true, received: 2, userMessages: 1, withheld: 0 } },
      'mqtt.broker': { ok: true, value: { version: 'mosquitto version 1.4.12' } },
    });
    expect(JSON.stringify(facts)).not.toContain('21.5');
  });

  test('aedes: retained messages are counted, and it has no version to tell', async () => {
    const { instance, port } = await aedes({ refuse: false });
    for (const topic of ['a', 'b']) {
      await new Promise((done) => instance.publish({ cmd: 'publish', topic, payload: 'x', qos: 0, retain: true, dup: false }, done));
    }
    const facts = await gather(port);
    expect(facts['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { returnCode: 0 } });
    expect(facts['mqtt.anonymous-connect-5']).toMatchObject({ ok: true, value: { protocolVersion: 5, returnCode: 1 } });
    expect(facts['mqtt.anonymous-subscribe']).toEqual({ ok: true, value: { granted: true, received: 2, userMessages: 2, withheld: 0 } });
    expect(facts['mqtt.broker']).toMatchObject({ ok: false });
  });

  test('granted and silent: asked twice, nothing invented', async () => {
    const peer = await broker({ connack: () => connack(0), suback: BOTH_GRANTED });
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-subscribe']).toEqual({ ok: true, value: { granted: true, received: 0, userMessages: 0, withheld: 0 } });
    expect(facts['mqtt.broker']).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(peer.connections()).toBe(3);
  });

  test('both subscriptions refused: known at once', async () => {
    const peer = await broker({ connack: () => connack(0), suback: [0x80, 0x80] });
    expect((await gather(peer.port))['mqtt.anonymous-subscribe']).toMatchObject({ ok: true, value: { granted: false, received: 0 } });
  });

  test('only the version may be read', async () => {
    const peer = await broker({ connack: () => connack(0), suback: [0, 0x80], then: [VERSION] });
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-subscribe']).toEqual({ ok: true, value: { granted: false, received: 1, userMessages: 0, withheld: 0 } });
    expect(facts['mqtt.broker']).toEqual({ ok: true, value: { version: 'mosquitto version 2.0.18' } });
  });

  test('what the broker counts and does not deliver is withheld; its own topics do not count', async () => {
    const count = (held: number) => encodePublish('$SYS/broker/retained messages/count', String(held), { retain: true });
    const withheld = async (held: number) => {
      const peer = await broker({ connack: () => connack(0), suback: BOTH_GRANTED, then: [VERSION], ownTopics: [VERSION, count(held)] });
      return (await gather(peer.port))['mqtt.anonymous-subscribe'];
    };
    expect(await withheld(5)).toEqual({ ok: true, value: { granted: true, received: 1, userMessages: 0, withheld: 3 } });
    expect(await withheld(2)).toEqual({ ok: true, value: { granted: true, received: 1, userMessages: 0, withheld: 0 } });
  });

  test('a broker that hangs up on SUBSCRIBE: the session is a fact, the subscription is not', async () => {
    const peer = await broker({ connack: () => connack(0) });
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { returnCode: 0 } });
    expect(facts['mqtt.anonymous-subscribe']).toMatchObject({ ok: false, failure: { kind: 'reset' } });
  });

  test('a version of any length is cut', async () => {
    const long = encodePublish('$SYS/broker/version', 'x'.repeat(5000), { retain: true });
    const peer = await broker({ connack: () => connack(0), suback: BOTH_GRANTED, then: [long, SENSOR] });
    expect((await gather(peer.port))['mqtt.broker']).toEqual({ ok: true, value: { version: 'x'.repeat(80) } });
  });
});

describe('a broker that refuses', () => {
  test.each([1, 2, 3, 4, 5])('return code %i is a fact of the broker', async (code) => {
    const peer = await broker({ connack: () => connack(code) });
    expect(await identify(peer.port)).toBe(true);
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { protocolVersion: 4, returnCode: code } });
    expect(facts['mqtt.anonymous-subscribe']).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  test.each([0x80, 0x84, 0x86, 0x87, 0x89, 0x8a, 0x9f])('reason code 0x%s of MQTT 5', async (code) => {
    const peer = await broker({ connack: (level) => (level === 5 ? connack5(code) : connack(5)) });
    expect((await gather(peer.port))['mqtt.anonymous-connect-5']).toMatchObject({ ok: true, value: { returnCode: code } });
  });

  test('aedes says bad user name or password', async () => {
    const { port } = await aedes({ refuse: true });
    expect((await gather(port))['mqtt.anonymous-connect']).toEqual({
      ok: true,
      value: {
        protocolVersion: 4,
        returnCode: 4,
        reason: 'Connection Refused, bad user name or password',
        attempts: { made: 3, accepted: 0 },
      },
    });
  });

  test('a door that opens only the third time is open', async () => {
    // The second connection is the one with MQTT 5.
    const peer = await broker({
      connack: (level, attempt) => connack(attempt === 4 && level === 4 ? 0 : 5),
      suback: BOTH_GRANTED,
      then: [VERSION, SENSOR],
    });
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { returnCode: 0, attempts: { made: 3, accepted: 1 } } });
    expect(facts['mqtt.anonymous-subscribe']).toMatchObject({ ok: true, value: { received: 2 } });
  });
});

describe('a broker of one version', () => {
  test.each([
    ['answers 1', connack(1)],
    ['answers as MQTT 5 does', connack5(0x84)],
    ['hangs up', undefined],
  ])('5 alone, and %s on 3.1.1', async (_how, answer) => {
    const peer = await broker({
      connack: (level) => (level === 5 ? connack5(0) : answer),
      suback: BOTH_GRANTED,
      then: [publish5('$SYS/broker/version', 'five'), publish5('home/door', 'closed')],
    });
    expect(await identify(peer.port)).toBe(true);
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { protocolVersion: 5, returnCode: 0 } });
    expect(facts['mqtt.anonymous-subscribe']).toMatchObject({ ok: true, value: { granted: true, received: 2 } });
    expect(facts['mqtt.broker']).toEqual({ ok: true, value: { version: 'five' } });
  });

  test('3.1.1 asks for a login and 5 does not: what 5 lets through is seen', async () => {
    const peer = await broker({
      connack: (level) => (level === 5 ? connack5(0) : connack(5)),
      suback: BOTH_GRANTED,
      then: [publish5('$SYS/broker/version', 'five'), publish5('home/door', 'closed')],
    });
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { protocolVersion: 5, returnCode: 0 } });
    expect(facts['mqtt.anonymous-subscribe']).toMatchObject({ ok: true, value: { received: 2 } });
  });

  test('3.1 alone', async () => {
    const peer = await broker({
      connack: (level) => (level === 3 ? connack(0) : undefined),
      suback: BOTH_GRANTED,
      then: [VERSION, SENSOR],
    });
    expect(await identify(peer.port)).toBe(true);
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { protocolVersion: 3, returnCode: 0 } });
    expect(facts['mqtt.anonymous-connect-5']).toMatchObject({ ok: false, failure: { kind: 'reset' } });
  });

  test('none of them', async () => {
    const peer = await broker({ connack: () => connack(1) });
    expect((await gather(peer.port))['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { returnCode: 1 } });
  });
});

describe('peers that are no broker', () => {
  const hostile: Record<string, (socket: net.Socket) => void> = {
    'a CONNACK that claims 256 MiB': (socket) => socket.write(Buffer.from([0x20, 0xff, 0xff, 0xff, 0x7f])),
    'a length of five bytes': (socket) => socket.write(Buffer.from([0x20, 0xff, 0xff, 0xff, 0xff, 0x01])),
    'a CONNACK with flags that are reserved': (socket) => socket.write(Buffer.from([0x21, 2, 0, 0])),
    'a CONNACK of noise': (socket) => socket.write(Buffer.from([0x20, 2, 0x41, 0x42])),
    'properties that are longer than the packet': (socket) => socket.write(Buffer.from([0x20, 3, 0, 0x87, 9])),
    'another greeting': (socket) => socket.write('220 mail.example ESMTP\r\n'),
    'a hang-up': (socket) => socket.end(),
    'a reset': (socket) => socket.resetAndDestroy(),
  };
  test.each(Object.entries(hostile))('%s is not recognised', async (_name, talk) => {
    const peer = await raw((socket) => void socket.once('data', () => talk(socket)));
    expect(await identify(peer.port)).toBe(false);
  });

  test('an echo is not recognised', async () => {
    const peer = await raw((socket) => void socket.pipe(socket));
    expect(await identify(peer.port)).toBe(false);
  });

  test('noise for ever ends within the byte limit', async () => {
    const peer = await raw((socket) => {
      const noise = Buffer.alloc(4096, 0x37);
      const pour = () => !socket.destroyed && socket.write(noise, pour);
      pour();
    });
    expect(await identify(peer.port)).toBe(false);
    expect((await gather(peer.port))['mqtt.anonymous-connect']).toMatchObject({ ok: false });
  });

  test('a flood of retained messages is counted while it comes', async () => {
    const big = encodePublish('a', 'x'.repeat(10_000), { retain: true });
    const peer = await broker({ connack: () => connack(0), suback: BOTH_GRANTED, then: [VERSION, ...Array<Buffer>(200).fill(big)] });
    const facts = await gather(peer.port);
    expect(facts['mqtt.anonymous-subscribe']).toMatchObject({ ok: true, value: { granted: true, received: expect.any(Number) } });
    expect(facts['mqtt.broker']).toMatchObject({ ok: true });
  });

  test('one message without end is none', async () => {
    const endless = Buffer.concat([Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f, 0, 1, 0x61]), Buffer.alloc(2_000_000)]);
    const peer = await broker({ connack: () => connack(0), suback: BOTH_GRANTED, then: [VERSION, endless] });
    expect((await gather(peer.port))['mqtt.anonymous-subscribe']).toEqual({
      ok: true,
      value: { granted: true, received: 1, userMessages: 0, withheld: 0 },
    });
  });

  test.each(['20020000', '2003008400', '200900000622000a210014'])('every prefix of %s ends cleanly', async (hex) => {
    const whole = Buffer.from(hex, 'hex');
    for (let length = 0; length < whole.length; length++) {
      const peer = await raw((socket) => void socket.once('data', () => socket.end(whole.subarray(0, length))));
      expect(await identify(peer.port)).toBe(false);
      await peer.close();
    }
    const peer = await raw((socket) => void socket.once('data', () => socket.end(whole)));
    expect(await identify(peer.port)).toBe(true);
  });
});
