import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../../../src/model.js';
import { openFolder } from '../../../src/scanners/config/folder.js';
import mosquitto from '../../../src/scanners/config/mosquitto.js';
import { factOf, writeFolder } from '../../support/folder.js';

const read = async (files: string | Record<string, string>) =>
  factOf(
    await mosquitto.read(openFolder(writeFolder(typeof files === 'string' ? { 'mosquitto.conf': files } : files))),
    'mqtt.config',
  ) as Facts['mqtt.config'];
const listeners = async (files: Parameters<typeof read>[0]) =>
  (await read(files)).listeners.map(({ port, address, allowAnonymous, logins, encrypted }) => [
    port,
    address,
    allowAnonymous.value,
    logins.length,
    encrypted,
  ]);

// Every row was tried on Mosquitto 2.0.11.
describe('as Mosquitto 2 reads it', () => {
  test('nothing set: loopback alone', async () => {
    expect(await read('# only a comment\n')).toMatchObject({ localOnly: true, listeners: [{ port: 1883, address: 'localhost' }] });
  });

  test('a port without a listener opens the network', async () => {
    expect(await read('port 1885\n')).toMatchObject({ localOnly: false, listeners: [{ port: 1885, address: '', place: { line: 1 } }] });
    expect(await listeners('bind_address 10.0.0.1\n')).toEqual([[1883, '10.0.0.1', null, 0, false]]);
  });

  test('security settings hold for all listeners, wherever they stand; the last wins', async () => {
    expect(await listeners('listener 1\nlistener 2\nallow_anonymous true\nallow_anonymous false\npassword_file /p\n')).toEqual([
      [1, '', false, 1, false],
      [2, '', false, 1, false],
    ]);
  });

  test('with per_listener_settings only those of the listener hold', async () => {
    const text =
      'per_listener_settings true\nallow_anonymous true\nlistener 1883\npassword_file /p\nlistener 1884 127.0.0.1\nprotocol websockets\nallow_anonymous true\n';
    expect(await listeners(text)).toEqual([
      [1883, '', null, 1, false],
      [1884, '127.0.0.1', true, 0, false],
    ]);
    expect((await read(text)).listeners[1]).toMatchObject({
      protocol: 'websockets',
      allowAnonymous: { place: { file: 'mosquitto.conf', line: 7 } },
    });
  });

  test('what stands before the first listener belongs to the default one, when it has a port', async () => {
    expect(await listeners('per_listener_settings true\nport 1\nallow_anonymous true\nlistener 2\n')).toEqual([
      [1, '', true, 0, false],
      [2, '', null, 0, false],
    ]);
  });

  test('TLS needs certificate and key of the same listener', async () => {
    expect(await listeners('listener 8883\ncertfile /c\nkeyfile /k\nrequire_certificate true\nlistener 8884\ncertfile /c\n')).toEqual([
      [8883, '', null, 0, true],
      [8884, '', null, 0, false],
    ]);
  });

  test('a Unix socket is no listener on the network', async () => {
    expect(await listeners('listener 0 /run/mosquitto.sock\n')).toEqual([]);
  });

  test('include_dir is read where it stands', async () => {
    const files = {
      'conf.d/b.conf': 'allow_anonymous false\n',
      'conf.d/a.conf': 'allow_anonymous true\n',
      'conf.d/README': 'allow_anonymous true\n',
    };
    expect(await listeners({ ...files, 'mosquitto.conf': 'listener 1\ninclude_dir /etc/mosquitto/conf.d\n' })).toEqual([
      [1, '', false, 0, false],
    ]);
    expect(
      await listeners({ ...files, 'mosquitto.conf': 'include_dir /etc/mosquitto/conf.d\nlistener 1\nallow_anonymous true\n' }),
    ).toEqual([[1, '', true, 0, false]]);
  });

  test('a word that the broker refuses', async () => {
    expect((await read('listener 1\nallow_anonymous TRUE\n')).listeners[0]!.allowAnonymous).toMatchObject({
      value: null,
      unresolved: expect.stringContaining('neither'),
    });
  });
});

test('an include that is not in the folder, a circle, a binary file', async () => {
  expect((await read('listener 1\ninclude_dir /srv/mqtt.d\n')).unread).toEqual(['/srv/mqtt.d (mosquitto.conf:2) is not in the folder']);
  expect((await read({ 'm/mosquitto.conf': 'include_dir .\n' })).unread[0]).toMatch(/includes itself$/);
  expect(await read('\0')).toBe('failed: unsupported: mosquitto.conf: binary');
});

test('by shape, not by name', async () => {
  expect(await listeners({ 'broker.conf': 'listener 1883\n' })).toHaveLength(1);
  expect(await mosquitto.read(openFolder(writeFolder({ 'smb.conf': '[global]\n' })))).toBeUndefined();
});
