import { describe, expect, test } from '@jest/globals';
import type { Facts, FactName } from '../../../../src/model.js';
import homeAssistant from '../../../../src/scanners/config/home-assistant/index.js';
import { openFolder } from '../../../../src/scanners/config/folder.js';
import { factOf, recordedFolder, writeFolder } from '../../../support/folder.js';

const read = async (path: string) => homeAssistant.read(openFolder(path));
const fact = async <Name extends FactName>(path: string, name: Name) => factOf(await read(path), name) as Facts[Name];
const CAREFUL = () => recordedFolder('home-assistant', '2024.3.3-files-hardened');
const CARELESS = () => recordedFolder('home-assistant', '2024.3.3-files-insecure');

test('people, second factors and tokens, with their lines and without anything secret', async () => {
  const facts = await read(CARELESS());
  expect(factOf(facts, 'home-assistant.config-users')).toEqual({
    users: [
      { name: 'Marta', admin: true, localOnly: false, secondFactor: false, place: { file: '.storage/auth', line: 19 } },
      { name: 'Olaf', admin: false, localOnly: false, secondFactor: false, place: { file: '.storage/auth', line: 30 } },
    ],
    tokens: [
      {
        name: 'kitchen tablet',
        createdAt: '2026-11-21T05:20:35.974595+00:00',
        lastUsedAt: '2026-11-21T05:20:35.974670+00:00',
        place: { file: '.storage/auth', line: 111 },
      },
    ],
  });
  expect(factOf(facts, 'home-assistant.config-onboarding')).toMatchObject({
    done: ['user', 'core_config', 'analytics', 'integration'],
    owner: true,
  });
});

test('a second factor is an entry in its module', async () => {
  const auth = {
    users: [
      { id: 'a', name: 'A', is_owner: true, is_active: true, system_generated: false, group_ids: [] },
      { id: 'b', name: 'B', is_active: false },
    ],
    credentials: ['a', 'b'].map((id) => ({ user_id: id, auth_provider_type: 'homeassistant' })),
    refresh_tokens: [],
  };
  const path = writeFolder({
    'configuration.yaml': 'frontend:\n',
    '.storage/auth': JSON.stringify({ version: 1, data: auth }),
    '.storage/auth_module.totp': JSON.stringify({ version: 1, data: { users: { a: 'JBSWY3DPEHPK3PXP' } } }),
  });
  const users = await fact(path, 'home-assistant.config-users');
  expect(users).toMatchObject({ users: [{ name: 'A', secondFactor: true, place: { line: 1 } }] });
  expect(JSON.stringify(users)).not.toContain('JBSWY3DPEHPK3PXP');
});

test('no secret of a folder reaches a fact', async () => {
  for (const path of [CARELESS(), CAREFUL()]) {
    const all = JSON.stringify(await read(path));
    for (const secret of ['invented-heron-5', 'heron5', 'invented-token', '00030003', 'JDJiJDEy']) expect(all).not.toContain(secret);
  }
});

test.each(['auth', 'auth_module.totp', 'onboarding', 'core.config'])(
  'a half-written .storage/%s is a failure, wherever it was cut',
  async (name) => {
    const whole = JSON.stringify({ version: 1, key: name, data: { users: [], credentials: [], refresh_tokens: [], done: ['user'] } });
    const about = { auth: 'users', 'auth_module.totp': 'users', onboarding: 'onboarding', 'core.config': 'urls' }[name];
    for (let length = 0; length < whole.length; length += 11) {
      const path = writeFolder({
        'configuration.yaml': 'frontend:\n',
        '.storage/auth': JSON.stringify({ data: {} }),
        [`.storage/${name}`]: whole.slice(0, length),
      });
      const facts = await read(path);
      expect(factOf(facts, `home-assistant.config-${about}` as FactName)).toMatch(/^failed: protocol: \.storage\/.*: not whole JSON/);
    }
  },
);

test('before the owner account', async () => {
  const path = writeFolder({
    '.HA_VERSION': '2024.3.3',
    'configuration.yaml': 'frontend:\n',
    '.storage/auth': JSON.stringify({ data: { users: [{ id: 'x', system_generated: true, is_owner: false }] } }),
  });
  expect(await fact(path, 'home-assistant.config-onboarding')).toEqual({ done: null, owner: false, place: { file: '.storage/auth' } });
});

describe('literal secrets', () => {
  const keys = async (files: Record<string, string>) => {
    const { literal } = await fact(writeFolder({ '.HA_VERSION': '2024.3.3', ...files }), 'home-assistant.config-secrets');
    return literal.map(({ key, place }) => `${place.file}:${place.line} ${key}`);
  };

  test('a careless folder, by line; its careful twin has none', async () => {
    const { literal } = await fact(CARELESS(), 'home-assistant.config-secrets');
    expect(literal.map(({ key, place }) => `${place.file}:${place.line} ${key}`)).toEqual([
      'configuration.yaml:4 latitude',
      'configuration.yaml:29 restart_pump',
      'configuration.yaml:34 Authorization',
      'automations.yaml:5 webhook_id',
    ]);
    expect(await fact(CAREFUL(), 'home-assistant.config-secrets')).toEqual({ literal: [], more: 0, unread: [] });
  });

  test('what only looks like one', async () => {
    expect(
      await keys({
        'configuration.yaml':
          'a:\n  password: !secret p\n  token: "{{ states(\'x\') }}"\n  api_key: !env_var K\n  secret: sensor.secret\n  password_field: "#pw"\n  use_password: true\n  token:\n  access_token_expiration: 5\n  passwords: [a]\n  url: https://user@host/x\n',
      }),
    ).toEqual([]);
  });

  test('numbers, lists, included files and addresses with a password', async () => {
    expect(
      await keys({
        'configuration.yaml': 'a:\n  password: 12345\nb: !include b.yaml\nlogger: 1\n',
        'b.yaml': '- api_key: xyz\n- url: mqtt://me:pw@host\n- token:\n    - one\n',
      }),
    ).toEqual(['configuration.yaml:2 password', 'b.yaml:1 api_key', 'b.yaml:2 url', 'b.yaml:4 token']);
  });

  test('an include that is not here is named', async () => {
    expect(
      await fact(
        writeFolder({ '.HA_VERSION': '2024.3.3', 'configuration.yaml': 'a: !include gone.yaml\n' }),
        'home-assistant.config-secrets',
      ),
    ).toMatchObject({
      unread: ['gone.yaml is not in the folder'],
    });
  });
});

describe('files and permissions', () => {
  test('what is served to everybody', async () => {
    const path = writeFolder({
      '.HA_VERSION': '2024.3.3',
      'www/secrets.yaml': 'x: 1',
      'www/backup/notes.txt': '',
      'www/home-assistant_v2.db': '',
      'www/a/b.tar': '',
      'www/id_ed25519': '',
      'www/card.js': '',
      'packages/www/x.yaml': '',
    });
    expect((await fact(path, 'home-assistant.config-files')).served).toEqual([
      { path: 'www/a/b.tar', what: 'backup' },
      { path: 'www/backup/notes.txt', what: 'backup' },
      { path: 'www/home-assistant_v2.db', what: 'database' },
      { path: 'www/id_ed25519', what: 'key' },
      { path: 'www/secrets.yaml', what: 'secrets' },
    ]);
  });

  test('wider than Home Assistant leaves them; exactly as it leaves them is fine', async () => {
    const files = {
      '.HA_VERSION': '2024.3.3',
      'configuration.yaml': '',
      'secrets.yaml': '',
      '.storage/auth': '{}',
      '.storage/core.config_entries': '{}',
    };
    const usual = { 'configuration.yaml': '0644', 'secrets.yaml': '0644', '.storage/core.config_entries': '0644' };
    expect(await fact(writeFolder(files, usual), 'home-assistant.config-files')).toMatchObject({
      loose: [],
      secretsReadable: [{ path: 'secrets.yaml', mode: 0o644 }],
    });
    const wide = { 'configuration.yaml': '0666', '.storage/auth': '0640' };
    expect((await fact(writeFolder(files, wide), 'home-assistant.config-files')).loose).toEqual([
      { path: '.storage/auth', mode: 0o640, usual: 0o600 },
      { path: 'configuration.yaml', mode: 0o666, usual: 0o644 },
    ]);
  });

  test('one named file says nothing about the folder', async () => {
    const path = writeFolder({ 'configuration.yaml': 'http:\n  login_attempts_threshold: 5\n', 'www/secrets.yaml': '' });
    const facts = await read(`${path}/configuration.yaml`);
    expect(facts).not.toHaveProperty('home-assistant.config-files');
    expect(factOf(facts, 'home-assistant.config-http')).toMatchObject({ loginAttemptsThreshold: { value: 5 } });
  });
});

test('what was not given is not asked about: a repository without .storage and .HA_VERSION', async () => {
  const facts = await read(writeFolder({ 'configuration.yaml': 'homeassistant:\n', 'scripts.yaml': '' }));
  for (const name of ['version', 'users', 'onboarding']) expect(facts).not.toHaveProperty(`home-assistant.config-${name}`);
  expect(await read(writeFolder({ 'configuration.yaml': 'homeassistant:\n', '.HA_VERSION': 'x' }))).toMatchObject({
    'home-assistant.config-version': { ok: false, failure: { detail: '.HA_VERSION: not a version' } },
  });
});

describe('add-ons (apps)', () => {
  const list = {
    user: {
      a0d7b954_nodered: {
        version: '17',
        options: { leave_front_door_open: true, http_node: { username: '' } },
        network: { '80/tcp': 1880, '81/tcp': null },
        protected: false,
      },
      core_mosquitto: { version: '6.4.1', options: { logins: [{ username: 'x', password: 'pw-1' }] } },
    },
    system: {
      core_mosquitto: { name: 'Mosquitto broker', ports: { '1883/tcp': 1883 } },
      a0d7b954_nodered: { name: 'Node-RED', docker_api: true },
    },
  };

  test.each(['apps.json', 'supervisor/addons.json'])('%s', async (name) => {
    const apps = await fact(writeFolder({ [name]: JSON.stringify(list) }), 'home-assistant.config-apps');
    expect(apps).toEqual({
      apps: [
        {
          slug: 'a0d7b954_nodered',
          name: 'Node-RED',
          version: '17',
          isProtected: false,
          wants: ['docker_api'],
          published: [{ container: '80/tcp', host: 1880 }],
          frontDoorOpen: true,
          nodeLogin: false,
        },
        {
          slug: 'core_mosquitto',
          name: 'Mosquitto broker',
          version: '6.4.1',
          isProtected: true,
          wants: [],
          published: [{ container: '1883/tcp', host: 1883 }],
          frontDoorOpen: false,
          nodeLogin: null,
        },
      ],
      place: { file: name },
    });
    expect(JSON.stringify(apps)).not.toContain('pw-1');
  });

  test('half-written', async () => {
    const facts = await read(writeFolder({ 'apps.json': JSON.stringify(list).slice(0, 60) }));
    expect(factOf(facts, 'home-assistant.config-apps')).toBe('failed: protocol: apps.json: not whole JSON');
  });
});

test('the debug page of go2rtc', async () => {
  const path = writeFolder({ '.HA_VERSION': '2024.11.0', 'configuration.yaml': 'go2rtc:\n  debug_ui: "on"\n' });
  expect(await fact(path, 'home-assistant.config-go2rtc')).toEqual({
    debugUi: { value: true, place: { file: 'configuration.yaml', line: 2 } },
  });
});
