import { createServer, type Socket } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Aedes } from 'aedes';
import mqtt from 'mqtt';
import type { Report, ReportedTarget } from '../../src/model.js';
import { parseBrokerUrl, publish, unpublish } from '../../src/publish.js';
import { deviceIds } from '../../src/publish/device-ids.js';
import { connack } from '../peers/mqtt.js';
import { freePorts, installed, scratch, startDaemon } from '../support/daemon.js';
import { listen } from '../support/dial-to.js';
import { finding, reportOf, sampleReport, target } from '../support/sample-report.js';

const LOGIN = { username: 'porosity', password: 'Inv3nted-pw' };
const BOX = { name: 'box.lan', address: '10.0.0.1' };
const [ID] = deviceIds([BOX]) as [string];
const open = (parts: Partial<ReportedTarget> = {}) => reportOf({ targets: [target(BOX, [22, 1883], parts)] });
const failing = (): Report => ({
  ...open(),
  findings: [
    finding(BOX, 1883, { check: 'mqtt/anonymous-access', title: 't', severity: 'high', outcome: 'fail', because: 'it let us in' }),
  ],
});

describe('the URL of the broker', () => {
  test('has a port of its own, or the usual one', () => {
    expect(parseBrokerUrl('mqtt://ha.lan')).toEqual({ host: 'ha.lan', port: 1883, tls: false });
    expect(parseBrokerUrl('mqtts://[fd00::1]:9999/')).toEqual({ host: 'fd00::1', port: 9999, tls: true });
    expect(parseBrokerUrl('mqtts://ha.lan').port).toBe(8883);
  });
  test.each(['ha.lan', 'http://ha.lan', 'mqtt://', 'mqtt://ha.lan/topic', 'mqtt://ha.lan:99999', ''])('%j is none', (url) => {
    expect(() => parseBrokerUrl(url)).toThrow(`--publish "${url}": must be mqtt://host:port or mqtts://host:port`);
  });
  test('carries no secret, and none is repeated', () => {
    expect(() => parseBrokerUrl('mqtt://me:Inv3nted-pw@ha.lan')).toThrow(/^(?!.*Inv3nted).*POROSITY_MQTT_PASSWORD/);
  });
});

describe('device ids', () => {
  test('stay when the host is down and its address unknown', () => {
    expect(deviceIds([{ name: 'Box.lan', address: '' }])).toEqual([ID]);
    expect(ID).toMatch(/^box_lan_[0-9a-f]{8}$/);
  });
  test('tell apart what shares a name', () => {
    const ids = deviceIds([
      BOX,
      { name: 'box.lan', address: 'fd00::1' },
      { name: 'box_lan', address: '10.0.0.3' },
      { name: 'box.lan', address: '10.0.0.4' },
    ]);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9_]+$/);
  });
});

const MOSQUITTO = installed('mosquitto');
const PASSWD = installed('mosquitto_passwd');
const suite = MOSQUITTO && PASSWD ? describe : describe.skip;
if (!MOSQUITTO || !PASSWD) console.warn('skipped: mosquitto is not installed');

suite('with a real Mosquitto', () => {
  const folder = scratch();
  let daemon: Awaited<ReturnType<typeof startDaemon>>;
  let port: number;
  let tlsPort: number;
  const broker = () => parseBrokerUrl(`mqtt://127.0.0.1:${port}`);
  const at = (name: string) => join(folder.path, name);

  beforeAll(async () => {
    [port, tlsPort] = (await freePorts(2)) as [number, number];
    execFileSync(PASSWD!, ['-c', '-b', at('passwords'), LOGIN.username, LOGIN.password], { stdio: 'ignore' });
    execFileSync(PASSWD!, ['-b', at('passwords'), 'reader', 'r'], { stdio: 'ignore' });
    writeFileSync(at('acl'), 'user porosity\ntopic readwrite #\nuser reader\ntopic read #\n');
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=IP:127.0.0.1',
        '-keyout',
        at('key.pem'),
        '-out',
        at('ca.pem'),
      ],
      { stdio: 'ignore' },
    );
    execFileSync('chmod', ['-R', 'a+rX', folder.path]);
    const tls = `listener ${tlsPort} 127.0.0.1\ncertfile ${at('ca.pem')}\nkeyfile ${at('key.pem')}\n`;
    writeFileSync(
      at('mosquitto.conf'),
      `listener ${port} 127.0.0.1\n${tls}allow_anonymous false\npassword_file ${at('passwords')}\nacl_file ${at('acl')}\npersistence false\n`,
    );
    daemon = await startDaemon([MOSQUITTO!, '-c', at('mosquitto.conf')], [port, tlsPort]);
  });
  afterAll(async () => {
    await daemon?.stop();
    folder.remove();
  });

  /** What a client that comes later is handed: all that is kept. */
  async function kept(): Promise<Record<string, string>> {
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, { ...LOGIN, reconnectPeriod: 0 });
    const topics: Record<string, string> = {};
    const done = new Promise<void>((resolve) => {
      client.on('message', (topic, payload) => (topic === 'test/end' ? resolve() : void (topics[topic] = payload.toString())));
    });
    await client.subscribeAsync('#', { qos: 1 });
    await client.publishAsync('test/end', '.', { qos: 1 });
    await done;
    await client.endAsync();
    return topics;
  }
  const configsOf = (topics: Record<string, string>) =>
    Object.entries(topics).flatMap(([topic, payload]) =>
      topic.endsWith('/config') ? [JSON.parse(payload) as Record<string, unknown>] : [],
    );
  const stateOf = (topics: Record<string, string>) => JSON.parse(topics[`porosity/${ID}/state`]!) as Record<string, unknown>;

  test('entities of one device, each with a state of its own', async () => {
    await publish(failing(), broker(), LOGIN);
    const topics = await kept();
    const configs = configsOf(topics);
    expect(configs).toHaveLength(9);
    expect(new Set(configs.map(({ unique_id: id }) => id)).size).toBe(9);
    for (const config of configs) {
      expect(config).toMatchObject({
        device: { identifiers: [`porosity_${ID}`], name: 'box.lan' },
        availability_topic: `porosity/${ID}/availability`,
      });
      const [, key] = /value_json\.(\w+)/.exec(String(config['value_template']))!;
      expect(stateOf(topics)).toHaveProperty(key!);
    }
    expect(configs.filter(({ device_class: kind }) => kind === 'problem')).toHaveLength(1);
    expect(topics[`porosity/${ID}/availability`]).toBe('online');
    expect(stateOf(topics)).toMatchObject({
      problem: 'ON',
      high: 1,
      critical: 0,
      open_ports: 2,
      ports: [22, 1883],
      last_audit: reportOf({}).run.finishedAt,
      worst: 'high: mqtt/anonymous-access on port 1883: it let us in',
    });
  });

  test('the problem goes when the gate opens, and is unknown where not everything was seen', async () => {
    await publish(open(), broker(), LOGIN);
    expect(stateOf(await kept())).toMatchObject({ problem: 'OFF', worst: 'none', worst_finding: {} });
    await publish(open({ state: 'partial', because: 'cut short' }), broker(), LOGIN);
    expect(stateOf(await kept())).toMatchObject({ problem: 'None' });
    await publish(failing(), broker(), LOGIN, { failOn: 'critical' });
    expect(stateOf(await kept())).toMatchObject({ problem: 'OFF' });
  });

  test.each(['down', 'unresolved'] as const)('a target that is %s is unavailable; what was known stays', async (state) => {
    await publish(failing(), broker(), LOGIN);
    await publish(
      reportOf({ targets: [target({ ...BOX, address: state === 'down' ? BOX.address : '' }, [], { state })] }),
      broker(),
      LOGIN,
    );
    const topics = await kept();
    expect(topics[`porosity/${ID}/availability`]).toBe('offline');
    expect(stateOf(topics)).toMatchObject({ problem: 'ON' });
  });

  test('silent addresses of a block are no devices, unless they were', async () => {
    const address = (last: number, state: ReportedTarget['state']) =>
      target({ name: `10.0.0.${last}`, address: `10.0.0.${last}` }, [], { state, fromBlock: true });
    await publish(reportOf({ targets: [address(5, 'examined'), address(6, 'down')] }), broker(), LOGIN);
    await publish(reportOf({ targets: [address(5, 'down'), address(6, 'down')] }), broker(), LOGIN);
    const topics = await kept();
    expect(topics[`porosity/${deviceIds([address(5, 'down')])[0]}/availability`]).toBe('offline');
    expect(Object.keys(topics).filter((topic) => topic.includes('10_0_0_6'))).toEqual([]);
  });

  test('unpublish takes away its own, and nothing else', async () => {
    const other = await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, { ...LOGIN, reconnectPeriod: 0 });
    await other.publishAsync('homeassistant/sensor/kitchen/temperature/config', '{}', { qos: 1, retain: true });
    await other.endAsync();
    await publish({ ...sampleReport() }, broker(), LOGIN);
    await publish(failing(), broker(), LOGIN);
    expect(await unpublish(broker(), LOGIN, [BOX])).toBe(1);
    const left = Object.keys(await kept());
    expect(left.filter((topic) => topic.includes(ID))).toEqual([]);
    expect(left.some((topic) => topic.includes('hassio_lan'))).toBe(true);
    expect(await unpublish(broker(), LOGIN)).toBeGreaterThan(1);
    expect(Object.keys(await kept()).filter((topic) => !topic.startsWith('test/'))).toEqual([
      'homeassistant/sensor/kitchen/temperature/config',
    ]);
    expect(await unpublish(broker(), LOGIN)).toBe(0);
  });

  test('TLS with the CA of the broker, and not without', async () => {
    const secure = parseBrokerUrl(`mqtts://127.0.0.1:${tlsPort}`);
    const { readFileSync } = await import('node:fs');
    await publish(failing(), secure, { ...LOGIN, ca: readFileSync(at('ca.pem'), 'utf8') });
    await expect(publish(failing(), secure, LOGIN)).rejects.toThrow(
      /^MQTT broker 127\.0\.0\.1:\d+: its certificate is not trusted \(\w+\); --publish-ca names its CA$/,
    );
  });

  test.each([
    ['no credentials', {}, 'it refused the login: see POROSITY_MQTT_USERNAME and POROSITY_MQTT_PASSWORD'],
    ['a wrong password', { ...LOGIN, password: 'wr0ng-pw' }, 'it refused the login: see POROSITY_MQTT_USERNAME and POROSITY_MQTT_PASSWORD'],
    ['a user who may only read', { username: 'reader', password: 'r' }, 'this user may not publish there'],
  ])('%s: one line', async (_, login, why) => {
    await expect(publish(failing(), broker(), login)).rejects.toThrow(`MQTT broker 127.0.0.1:${port}: ${why}`);
  });
});

test('a broker that only knows MQTT 3.1.1 is spoken to in MQTT 3.1.1', async () => {
  const broker = await Aedes.createBroker();
  const kept = new Set<string>();
  broker.on('publish', ({ topic, retain }, client) => client && retain && kept.add(topic));
  const server = createServer(broker.handle);
  await publish(failing(), { host: '127.0.0.1', port: await listen(server), tls: false }, {});
  await new Promise<void>((resolve) => broker.close(resolve));
  server.close();
  expect(kept.size).toBe(11);
});

describe('brokers that are none', () => {
  const peers: { close(): void }[] = [];
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const peer of peers) peer.close();
    for (const socket of sockets) socket.destroy();
  });
  async function peer(talk: (socket: Socket) => void) {
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => {});
      talk(socket);
    });
    peers.push(server);
    return { host: '127.0.0.1', port: await listen(server), tls: false };
  }
  const why = (broker: Parameters<typeof publish>[1]) =>
    publish(failing(), broker, { ...LOGIN, deadlineMs: 200 }).then(
      () => 'published',
      (error: Error) => `${error.name}: ${error.message.replace(/:\d+:/, ':')}`,
    );
  const NAMED = 'UsageError: MQTT broker 127.0.0.1:';

  test('nothing listens', async () => {
    const [port] = await freePorts(1);
    expect(await why({ host: '127.0.0.1', port: port!, tls: false })).toBe(`${NAMED} nothing listens there`);
  });
  test('silent from the start', async () => expect(await why(await peer(() => {}))).toBe(`${NAMED} it did not answer within 0.2 s`));
  test('hangs up', async () => expect(await why(await peer((socket) => socket.end()))).toBe(`${NAMED} it hung up`));
  test('accepts and goes silent', async () => {
    const broker = await peer((socket) => socket.once('data', () => socket.write(connack(0))));
    expect(await why(broker)).toBe(`${NAMED} it did not take the messages within 0.2 s`);
  });
  test('accepts and hangs up', async () => {
    const broker = await peer((socket) => socket.once('data', () => socket.end(connack(0))));
    expect(await why(broker)).toBe(`${NAMED} it hung up`);
  });
  test('speaks something else', async () => {
    expect(await why(await peer((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')))).toMatch(
      /^UsageError: MQTT broker 127\.0\.0\.1: [^\n]+$/,
    );
  });
});
