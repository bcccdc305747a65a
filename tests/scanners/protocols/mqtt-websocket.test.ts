import { afterEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type net from 'node:net';
import type { Evidence } from '../../../src/model.js';
import scanner from '../../../src/scanners/protocols/mqtt.js';
import { mqttOverWebSocket } from '../../../src/scanners/protocols/mqtt-websocket.js';
import { encodePublish } from '../../../src/scanners/wire/mqtt.js';
import { connack, webSocketBroker } from '../../peers/mqtt.js';
import { type Peer, rawPeer, webPeer } from '../../peers/web.js';
import { dialTo } from '../../support/dial-to.js';
import { root } from '../../support/web-facts.js';

const recorded = JSON.parse(
  readFileSync(new URL('../../../../fixtures/transcripts/mosquitto/2.0.11-websocket.json', import.meta.url), 'utf8'),
);
const bytesOf = (base64: string) => Buffer.from(base64, 'base64');

let peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.map((peer) => peer.close()));
  peers = [];
});
function kept(peer: Peer): Peer {
  peers.push(peer);
  return peer;
}
const find = ({ port }: Peer, evidence: Evidence = {}) => mqttOverWebSocket(dialTo(port), evidence);
const page: Evidence = { 'http.root': { ok: true, value: root()['http.root'] } };
const refusing = { connack: () => connack(5) };

describe('a broker behind WebSockets', () => {
  test('gives every fact, with the path', async () => {
    const messages = [
      encodePublish('$SYS/broker/version', 'mosquitto version 2.0.18', { retain: true }),
      encodePublish('a', 'b', { retain: true }),
    ];
    const peer = kept(await webSocketBroker({ connack: () => connack(0), suback: [0, 0], then: messages }, () => 'mqtt'));
    const found = await find(peer);
    expect(found?.path).toBe('/mqtt');
    expect(await scanner.gather(found!.dial)).toMatchObject({
      'mqtt.transport': { ok: true, value: { kind: 'websocket', path: '/mqtt' } },
      'mqtt.anonymous-connect': { ok: true, value: { returnCode: 0 } },
      'mqtt.anonymous-subscribe': { ok: true, value: { granted: true, received: 2 } },
      'mqtt.broker': { ok: true, value: { version: 'mosquitto version 2.0.18' } },
    });
  });

  test('RabbitMQ has another path', async () => {
    const peer = kept(await webSocketBroker(refusing, (path) => (path === '/ws' ? 'mqtt' : undefined)));
    expect((await find(peer))?.path).toBe('/ws');
    expect(peer.asked).toEqual(['/mqtt', '/', '/ws', '/ws']);
  });

  test('behind a page only the common path is asked for', async () => {
    const peer = kept(await webSocketBroker(refusing, (path) => (path === '/' ? 'mqtt' : undefined)));
    expect(await find(peer, page)).toBeUndefined();
    expect(peer.asked).toEqual(['/mqtt']);
  });

  test.each([
    ['', 'without the sub-protocol'],
    ['other', 'with another sub-protocol'],
  ])('an upgrade %s is not a broker', async (protocol) => {
    const peer = kept(await webSocketBroker(refusing, () => protocol));
    expect(await find(peer)).toBeUndefined();
  });

  test('an upgrade to mqtt that answers no CONNECT is not a broker', async () => {
    const peer = kept(await webSocketBroker({ connack: () => Buffer.from('hello') }, () => 'mqtt'));
    expect(await find(peer)).toBeUndefined();
  });
});

describe('a broker as recorded', () => {
  const play = (bytes: Buffer) => rawPeer((socket: net.Socket) => void socket.once('data', () => socket.end(bytes)));

  test.each(['anonymous', 'password'])('%s: recognised; no prefix of its answer is', async (state) => {
    const whole = bytesOf(recorded.states[state].mqtt311);
    expect(await find(kept(await play(whole)))).toBeDefined();
    for (let length = 0; length < whole.length; length++) {
      const peer = await play(whole.subarray(0, length));
      expect(await find(peer)).toBeUndefined();
      await peer.close();
    }
  });

  test('the codes of both versions', async () => {
    const peer = kept(await play(bytesOf(recorded.states.password.mqtt311)));
    const found = await find(peer);
    expect((await scanner.gather(found!.dial))['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { returnCode: 5 } });
  });

  test('without the sub-protocol it upgrades and never answers: no verdict', async () => {
    expect(await find(kept(await play(bytesOf(recorded.withoutSubProtocol))))).toBeUndefined();
  });
});

test('an ordinary web server is asked once', async () => {
  const peer = kept(await webPeer((_request, response) => void response.end('a page')));
  expect(await find(peer, page)).toBeUndefined();
  expect(peer.connections()).toBe(1);
});
