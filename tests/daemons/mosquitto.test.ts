import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import access from '../../src/checks/mqtt/anonymous-access.js';
import subscribe from '../../src/checks/mqtt/anonymous-subscribe.js';
import type { Evidence } from '../../src/model.js';
import scanner from '../../src/scanners/protocols/mqtt.js';
import { mqttOverWebSocket } from '../../src/scanners/protocols/mqtt-websocket.js';
import tls from '../../src/scanners/protocols/tls.js';
import { freePorts, installed, scratch, startDaemon } from '../support/daemon.js';
import { dialTo } from '../support/dial-to.js';
import { outcomeOf } from '../support/test-check.js';

const program = installed('mosquitto');
const passwd = installed('mosquitto_passwd');
const names = [
  'open',
  'password',
  'readOnly',
  'versionOnly',
  'denied',
  'inTls',
  'clientCertificate',
  'webSocket',
  'lockedWebSocket',
] as const;
type Listener = (typeof names)[number];

const files = scratch();
const file = (name: string) => join(files.path, name);
let port: Record<Listener, number>;
let broker: { stop(): Promise<void> } | undefined;

/** One broker whose listeners differ: `per_listener_settings true`. */
function configuration(): string {
  const tlsFiles = `certfile ${file('self-signed.crt')}\nkeyfile ${file('self-signed.key')}\n`;
  const settings: Record<Listener, string> = {
    open: 'allow_anonymous true',
    password: `allow_anonymous false\npassword_file ${file('passwords')}`,
    readOnly: `allow_anonymous true\nacl_file ${file('read-only.acl')}`,
    versionOnly: `allow_anonymous true\nacl_file ${file('version-only.acl')}`,
    denied: `allow_anonymous true\nacl_file ${file('denied.acl')}`,
    inTls: `allow_anonymous true\n${tlsFiles}`,
    clientCertificate: `allow_anonymous true\n${tlsFiles}cafile ${file('self-signed.crt')}\nrequire_certificate true`,
    webSocket: 'protocol websockets\nallow_anonymous true',
    lockedWebSocket: `protocol websockets\nallow_anonymous false\npassword_file ${file('passwords')}`,
  };
  const user = process.getuid?.() === 0 ? 'user root\n' : '';
  return `${user}per_listener_settings true\npersistence false\nsys_interval 1\n${names.map((name) => `listener ${port[name]} 127.0.0.1\n${settings[name]}\n`).join('')}`;
}

const suite = program && passwd ? describe : describe.skip;
if (!program || !passwd) console.log('skipped: mosquitto or mosquitto_passwd is not installed');

suite('Mosquitto', () => {
  beforeAll(async () => {
    const free = await freePorts(names.length);
    port = Object.fromEntries(names.map((name, index) => [name, free[index]])) as Record<Listener, number>;
    for (const name of ['self-signed.crt', 'self-signed.key']) {
      copyFileSync(new URL(`../../../fixtures/certificates/${name}`, import.meta.url), file(name));
    }
    writeFileSync(file('read-only.acl'), 'topic read #\ntopic read $SYS/#\n');
    writeFileSync(file('version-only.acl'), 'topic read $SYS/#\n');
    writeFileSync(file('denied.acl'), '# nothing\n');
    execFileSync(passwd!, ['-c', '-b', file('passwords'), 'sensor', 'invented'], { stdio: 'ignore' });
    writeFileSync(file('mosquitto.conf'), configuration());
    for (const name of ['.', 'passwords']) chmodSync(file(name), name === '.' ? 0o755 : 0o644);
    broker = await startDaemon([program!, '-c', file('mosquitto.conf')], Object.values(port));
    const client = await connectAsync(`mqtt://127.0.0.1:${port.open}`);
    await client.publishAsync('home/door', 'closed', { retain: true, qos: 1 });
    await client.endAsync();
  });
  afterAll(async () => {
    await broker?.stop();
    files.remove();
  });

  const dial = (name: Listener, layer: 'tcp' | 'tls' = 'tcp') => dialTo(port[name], { layer });
  const verdicts = (evidence: Evidence) => [outcomeOf(access, evidence), outcomeOf(subscribe, evidence)];

  test.each([
    ['open', 'fail', 'fail'],
    ['password', 'pass', 'pass'],
    ['readOnly', 'fail', 'fail'],
    ['denied', 'fail', 'unknown'],
  ] as const)('%s: anonymous access %s, anonymous subscribe %s', async (name, anonymous, subscription) => {
    expect(await scanner.identify!(dial(name))).toBe(true);
    const facts = await scanner.gather(dial(name));
    expect(verdicts(facts)).toEqual([anonymous, subscription]);
  });

  test('what is delivered, not what is granted, is counted', async () => {
    const heard = async (name: Listener) => (await scanner.gather(dial(name)))['mqtt.anonymous-subscribe'];
    expect(await heard('open')).toEqual({ ok: true, value: { granted: true, received: 2, userMessages: 1, withheld: 0 } });
    expect(await heard('denied')).toEqual({ ok: true, value: { granted: true, received: 0, userMessages: 0, withheld: 0 } });
  });

  test('an access list that lets only the broker’s own topics through is told from an empty bus', async () => {
    // Mosquitto counts its retained messages once in a `sys_interval`, here a second.
    let facts = await scanner.gather(dial('versionOnly'));
    for (let tries = 0; tries < 5 && outcomeOf(subscribe, facts) !== 'pass'; tries++) facts = await scanner.gather(dial('versionOnly'));
    expect(facts['mqtt.anonymous-subscribe']).toEqual({
      ok: true,
      value: { granted: true, received: 1, userMessages: 0, withheld: 1 },
    });
    expect(verdicts(facts)).toEqual(['fail', 'pass']);
  }, 15_000);

  test('the codes of a password file in both versions, and the version of an open broker', async () => {
    const locked = await scanner.gather(dial('password'));
    expect(locked['mqtt.anonymous-connect']).toMatchObject({ ok: true, value: { returnCode: 5, attempts: { made: 3, accepted: 0 } } });
    expect(locked['mqtt.anonymous-connect-5']).toMatchObject({ ok: true, value: { returnCode: 0x87, reason: 'Not authorized' } });
    expect((await scanner.gather(dial('open')))['mqtt.broker']).toMatchObject({
      ok: true,
      value: { version: expect.stringMatching(/^mosquitto version \d/) },
    });
  });

  test('inside TLS', async () => {
    expect(await scanner.identify!(dial('inTls'))).toBe(false);
    expect(await tls.identify!(dial('inTls'))).toBe(true);
    expect(await scanner.identify!(dial('inTls', 'tls'))).toBe(true);
    expect(verdicts(await scanner.gather(dial('inTls', 'tls')))).toEqual(['fail', 'fail']);
  });

  test('a client certificate is required: nothing of MQTT is invented, and TLS says so', async () => {
    expect(await scanner.identify!(dial('clientCertificate', 'tls'))).toBe(false);
    expect((await tls.gather(dial('clientCertificate')))['tls.session']).toMatchObject({
      ok: true,
      value: { clientCertificate: 'required' },
    });
  });

  test.each([
    ['webSocket', 'fail', 'fail'],
    ['lockedWebSocket', 'pass', 'pass'],
  ] as const)('%s: found without a hint, anonymous access %s', async (name, anonymous, subscription) => {
    expect(await scanner.identify!(dial(name))).toBe(false);
    const found = await mqttOverWebSocket(dial(name), {});
    expect(found?.path).toBe('/mqtt');
    const facts = await scanner.gather(found!.dial);
    expect(facts['mqtt.transport']).toEqual({ ok: true, value: { kind: 'websocket', path: '/mqtt' } });
    expect(verdicts(facts)).toEqual([anonymous, subscription]);
  });

  test('no WebSocket on a plain listener', async () => {
    expect(await mqttOverWebSocket(dial('open'), {})).toBeUndefined();
  });
});
