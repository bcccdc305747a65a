import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../../../../src/model.js';
import homeAssistant from '../../../../src/scanners/config/home-assistant/index.js';
import { openFolder } from '../../../../src/scanners/config/folder.js';
import { factOf, recordedFolder, writeFolder } from '../../../support/folder.js';

const read = async (path: string) => homeAssistant.read(openFolder(path));
const http = async (files: Record<string, string>, version = '2024.3.3') =>
  factOf(
    await read(writeFolder({ ...(version ? { '.HA_VERSION': version } : {}), ...files })),
    'home-assistant.config-http',
  ) as Facts['home-assistant.config-http'];
const refusals = async (files: Record<string, string>) => {
  const fact = factOf(await read(writeFolder({ '.HA_VERSION': '2024.3.3', ...files })), 'home-assistant.config-refused');
  return (fact as Facts['home-assistant.config-refused']).refusals.map(({ text, place }) => `${place.file}:${place.line}: ${text}`);
};
const stored = (data: object, version = 2) => JSON.stringify({ version, key: 'http', data }, null, 2);

describe('recorded folders', () => {
  test('a careless one: the http block is included and written in words of YAML 1.1', async () => {
    const facts = await read(recordedFolder('home-assistant', '2024.3.3-files-insecure'));
    expect(factOf(facts, 'home-assistant.config-http')).toMatchObject({
      origin: 'yaml',
      certain: true,
      ipBanEnabled: { value: false, place: { file: 'http.yaml', line: 3 } },
      useXForwardedFor: { value: true, place: { file: 'http.yaml', line: 5 } },
      trustedProxies: {
        value: [
          { text: '192.168.77.0/24', prefix: 24, place: { file: 'http.yaml', line: 7 } },
          { text: '::1', prefix: 128 },
        ],
      },
      corsAllowedOrigins: { value: ['*'], place: { file: 'http.yaml', line: 9 } },
    });
    expect(factOf(facts, 'home-assistant.config-auth')).toMatchObject({
      providers: [
        { type: 'homeassistant' },
        { type: 'trusted_networks', bypassLogin: true, networks: [{ prefix: 16 }, { family: 6, prefix: 8, place: { line: 17 } }] },
      ],
    });
    expect(factOf(facts, 'home-assistant.config-urls')).toMatchObject({
      external: { value: 'http://harbour.example:8123', place: { line: 6 } },
    });
  });

  test('a careful one: secrets are resolved, the stale stored URL does not count', async () => {
    const facts = await read(recordedFolder('home-assistant', '2024.3.3-files-hardened'));
    expect(factOf(facts, 'home-assistant.config-http')).toMatchObject({
      certificate: { value: true },
      loginAttemptsThreshold: { value: 5 },
    });
    expect(factOf(facts, 'home-assistant.config-urls')).toMatchObject({ external: { value: 'https://harbour.example' } });
  });

  test('nothing set: every default is in force and has no line', async () => {
    const facts = await read(recordedFolder('home-assistant', '2025.4.4-default'));
    expect(factOf(facts, 'home-assistant.config-http')).toMatchObject({
      origin: 'yaml',
      loginAttemptsThreshold: { value: -1 },
      ipBanEnabled: { value: true },
    });
  });

  test('YAML that does not parse: recovery mode takes the stored copy', async () => {
    const facts = await read(recordedFolder('home-assistant', '2024.3.3-recovery-broken-yaml'));
    expect(factOf(facts, 'home-assistant.config-http')).toMatchObject({
      origin: 'recovery',
      widthsKnown: false,
      loginAttemptsThreshold: { value: 5, place: { file: '.storage/http', line: 6 } },
    });
    expect(factOf(facts, 'home-assistant.config-auth')).toMatch(/^failed: protocol: configuration.yaml:2: not YAML/);
  });
});

describe('what Home Assistant refuses', () => {
  test.each([
    ['http:\n  ip_ban_enable: true\n', 'configuration.yaml:2: http: ip_ban_enable is not a key of this release'],
    ['http:\n  api_password: x\n', 'configuration.yaml:2: http: api_password is not a key of this release'],
    ['http:\n  strict_connection: guard_page\n', 'configuration.yaml:2: http: strict_connection is not a key of this release'],
    ['http:\n  use_x_forwarded_for: true\n', 'configuration.yaml:2: http: use_x_forwarded_for and trusted_proxies need each other'],
    [
      'http:\n  use_x_forwarded_for: true\n  trusted_proxies:\n    - 192.168.77.10/24\n',
      'configuration.yaml:3: http: trusted_proxies 192.168.77.10/24 is not a network (the address part must have no host bits)',
    ],
    ['http:\n  login_attempts_threshold: often\n', 'configuration.yaml:2: http: login_attempts_threshold is not a number'],
    ['http:\n  ip_ban_enabled: maybe\n', 'configuration.yaml:2: http: ip_ban_enabled is not a boolean'],
    ['http: [1]\n', 'configuration.yaml:1: http: is not a mapping'],
  ])('%j', async (text, refusal) => {
    expect(await refusals({ 'configuration.yaml': text })).toEqual([refusal]);
  });

  test('a secret that secrets.yaml does not have', async () => {
    expect(await refusals({ 'configuration.yaml': 'a: 1\nx: !secret nope\n', 'secrets.yaml': 'other: 1\n' })).toEqual([
      'configuration.yaml:2: the secret nope is not in secrets.yaml',
    ]);
  });

  test('an included file that is broken', async () => {
    const [first] = await refusals({ 'configuration.yaml': 'http:\nautomation: !include a.yaml\n', 'a.yaml': '- a: [1\n- b\n' });
    expect(first).toMatch(/a\.yaml:\d: not YAML/);
  });

  test('recovery mode without a copy in a folder that has a store: the defaults', async () => {
    const fact = await http({ 'configuration.yaml': 'http:\n  bad: 1\n  login_attempts_threshold: 5\n', '.storage/onboarding': '{}' });
    expect(fact).toMatchObject({ origin: 'recovery', loginAttemptsThreshold: { value: -1 } });
  });

  test('recovery mode without a store in the folder cannot be known', async () => {
    expect(await http({ 'configuration.yaml': 'http:\n  bad: 1\n' })).toMatch(
      /^failed: skipped: .*recovery mode then uses \.storage\/http/,
    );
  });
});

describe('how values are read', () => {
  test('as Home Assistant coerces them', async () => {
    const fact = await http({
      'configuration.yaml':
        'http:\n  ip_ban_enabled: "off"\n  login_attempts_threshold: "7"\n  server_port: 8443.9\n  cors_allowed_origins: https://a.example\n',
    });
    expect(fact).toMatchObject({
      ipBanEnabled: { value: false },
      loginAttemptsThreshold: { value: 7 },
      serverPort: { value: 8443 },
      corsAllowedOrigins: { value: ['https://a.example'] },
    });
  });

  test('a package adds keys, and the main block keeps its own', async () => {
    const fact = await http({
      'configuration.yaml': 'homeassistant:\n  packages: !include_dir_named packages\nhttp:\n  ip_ban_enabled: false\n',
      'packages/sub/net.yaml': 'http:\n  ip_ban_enabled: true\n  login_attempts_threshold: 4\n',
    });
    expect(fact).toMatchObject({
      ipBanEnabled: { value: false },
      loginAttemptsThreshold: { value: 4, place: { file: 'packages/sub/net.yaml', line: 3 } },
    });
  });

  test('what cannot be resolved is not known, and says why', async () => {
    const fact = await http({
      'configuration.yaml': 'http:\n  ip_ban_enabled: !env_var BAN true\n  login_attempts_threshold: !secret limit\n',
    });
    expect(fact).toMatchObject({
      ipBanEnabled: { value: null, unresolved: 'the variable BAN of the environment' },
      loginAttemptsThreshold: { value: null, unresolved: 'secrets.yaml is not in the folder', place: { line: 3 } },
    });
  });

  test('an http block in a file that is not here leaves every key unknown', async () => {
    const fact = await http({ 'configuration.yaml': 'http: !include http.yaml\n' });
    expect(fact).toMatchObject({ loginAttemptsThreshold: { value: null, unresolved: 'http.yaml is not in the folder' } });
  });

  test('keys that a missing package may set are unknown, written ones are not', async () => {
    const fact = await http({
      'configuration.yaml': 'homeassistant:\n  packages: !include_dir_named gone\nhttp:\n  ip_ban_enabled: true\n',
    });
    expect(fact).toMatchObject({
      ipBanEnabled: { value: true },
      loginAttemptsThreshold: { value: null, unresolved: 'the folder gone is not here' },
    });
  });

  test('secrets are looked up from the asking folder upwards', async () => {
    const fact = await http({
      'configuration.yaml': 'http: !include net/http.yaml\n',
      'net/http.yaml': 'login_attempts_threshold: !secret limit\nserver_port: !secret port\n',
      'net/secrets.yaml': 'limit: 3\n',
      'secrets.yaml': 'limit: 9\nport: 8124\n',
    });
    expect(fact).toMatchObject({ loginAttemptsThreshold: { value: 3, place: { file: 'net/http.yaml', line: 1 } } });
    expect(fact).toMatchObject({ serverPort: { value: 8124 } });
  });

  test('includes in a circle end', async () => {
    const fact = await http({ 'configuration.yaml': 'http: !include a.yaml\n', 'a.yaml': '!include a.yaml\n' });
    expect(fact).toMatchObject({ ipBanEnabled: { value: null, unresolved: 'includes deeper than 20 levels' } });
  });

  test('the password and networks of old count before 0.101 only', async () => {
    const text = 'http:\n  api_password: oldharbour\n  trusted_networks: [10.0.0.0/8]\n';
    const fact = await http({ 'configuration.yaml': text }, '0.70.0');
    expect(fact).toMatchObject({ apiPassword: { set: true, how: 'inline', place: { line: 2 } }, trustedNetworks: [{ prefix: 8 }] });
    expect(JSON.stringify(fact)).not.toContain('oldharbour');
  });
});

describe('2026.8 and newer', () => {
  const yaml = 'http:\n  ip_ban_enabled: true\n  login_attempts_threshold: 5\n';
  const slot = { server_port: 80, ip_ban_enabled: true, login_attempts_threshold: -1, created_at: '2026-09-01T00:00:00+00:00' };

  test('the store is in force, YAML is not, and the difference is told', async () => {
    const facts = await read(
      writeFolder({
        '.HA_VERSION': '2026.9.1',
        'configuration.yaml': yaml,
        '.storage/http': stored({ stable: slot, pending: null, yaml_migration_done: true }),
      }),
    );
    expect(factOf(facts, 'home-assistant.config-http')).toMatchObject({
      origin: 'storage',
      loginAttemptsThreshold: { value: -1, place: { file: '.storage/http', line: 8 } },
      serverPort: { value: 80 },
    });
    expect(factOf(facts, 'home-assistant.config-ignored')).toEqual({
      ignored: [
        { key: 'login_attempts_threshold', differs: true, place: { file: 'configuration.yaml', line: 3 } },
        { key: 'ip_ban_enabled', differs: false, place: { file: 'configuration.yaml', line: 2 } },
      ],
    });
  });

  test('a pending slot is tried first, one that failed is not', async () => {
    const pending = { ...slot, login_attempts_threshold: 3 };
    const files = (data: object) => ({
      'configuration.yaml': 'frontend:\n',
      '.storage/http': stored({ stable: slot, yaml_migration_done: true, ...data }),
    });
    expect(await http(files({ pending }), '2026.8.0')).toMatchObject({ loginAttemptsThreshold: { value: 3 } });
    expect(await http(files({ pending: { ...pending, error: 'bind' } }), '2026.8.0')).toMatchObject({
      loginAttemptsThreshold: { value: -1 },
    });
  });

  test('not migrated yet: YAML is what the next start takes', async () => {
    expect(
      await http({ 'configuration.yaml': yaml, '.storage/http': stored({ login_attempts_threshold: -1 }, 1) }, '2026.8.0'),
    ).toMatchObject({
      origin: 'yaml',
      loginAttemptsThreshold: { value: 5 },
    });
  });

  test('without the store in the folder the settings cannot be known', async () => {
    expect(await http({ 'configuration.yaml': yaml }, '2026.8.2')).toMatch(/^failed: skipped: \.storage\/http is not in the folder/);
  });

  test('an unknown release: YAML, and it says that it is not certain', async () => {
    expect(await http({ 'configuration.yaml': yaml }, '')).toMatchObject({
      origin: 'yaml',
      certain: false,
      loginAttemptsThreshold: { value: 5 },
    });
  });

  test('a half-written store is no answer, wherever it was cut', async () => {
    const whole = stored({ stable: slot, pending: null, yaml_migration_done: true });
    for (let length = 0; length < whole.length; length += 7) {
      expect(await http({ 'configuration.yaml': yaml, '.storage/http': whole.slice(0, length) }, '2026.9.0')).toMatch(
        /^failed: protocol: \.storage\/http: not whole JSON/,
      );
    }
  });
});

describe('which folder is Home Assistant', () => {
  test('one below the root, by its store', async () => {
    const facts = await read(
      writeFolder({ 'ha/config/.HA_VERSION': '2024.3.3', 'ha/config/configuration.yaml': 'http:\n  login_attempts_threshold: 5\n' }),
    );
    expect(factOf(facts, 'home-assistant.config-http')).toMatchObject({
      loginAttemptsThreshold: { place: { file: 'ha/config/configuration.yaml', line: 2 } },
    });
  });

  test('Zigbee2MQTT and AppDaemon use the same words', async () => {
    expect(
      await read(
        writeFolder({
          'configuration.yaml': 'homeassistant: true\nfrontend:\n  port: 8080\nmqtt:\n  server: mqtt://x\nserial:\n  port: /dev/x\n',
        }),
      ),
    ).toBeUndefined();
    expect(await read(writeFolder({ 'appdaemon.yaml': 'appdaemon:\n  time_zone: UTC\nhttp:\n  url: http://x\n' }))).toBeUndefined();
    expect(await read(writeFolder({ 'notes.txt': 'http:' }))).toBeUndefined();
  });

  test('a bomb in its place is unknown, not absent', async () => {
    expect(await http({ 'configuration.yaml': '['.repeat(100_000) })).toMatch(/^failed: limit: configuration.yaml: nested too deep/);
  });

  test('a folder or a binary in place of the file', async () => {
    const facts = await read(writeFolder({ '.HA_VERSION': '2024.3.3', 'configuration.yaml/x': '' }));
    expect(factOf(facts, 'home-assistant.config-http')).toMatch(/^failed: skipped: configuration.yaml is not in the folder/);
    expect(await http({ 'configuration.yaml': 'http:\n\0' })).toMatch(/^failed: unsupported: configuration.yaml: binary/);
  });
});
