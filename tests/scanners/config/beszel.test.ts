import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../../../src/model.js';
import agent from '../../../src/scanners/config/beszel/agent.js';
import hub from '../../../src/scanners/config/beszel/hub.js';
import { openFolder } from '../../../src/scanners/config/folder.js';
import { factOf, writeFolder } from '../../support/folder.js';

type Files = Readonly<Record<string, string>>;
type Modes = Readonly<Record<string, string>>;
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKk/Ex9TEUe9d64ft3tKl9iZibIChhWWkFFt/jyQZuwy';
const TOKEN = '3b1b7a52-6a0e-4b5e-9f3a-0e5b6d1c2f77';

const agentsIn = async (files: Files, modes?: Modes) =>
  factOf(await agent.read(openFolder(writeFolder(files, modes))), 'beszel-agent.config') as Facts['beszel-agent.config'];
const hubsIn = async (files: Files) =>
  factOf(await hub.read(openFolder(writeFolder(files))), 'beszel-hub.config') as Facts['beszel-hub.config'];
const compose = (service: string, lines: readonly string[], rest = '') => ({
  'docker-compose.yml': `services:\n  ${service}:\n    image: henrygd/${service}\n${lines.map((line) => `    ${line}\n`).join('')}${rest}`,
});

describe('an agent', () => {
  test('in a compose file, as upstream shows it', async () => {
    const [one] = await agentsIn(
      compose('beszel-agent', [
        'network_mode: host',
        'volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]',
        `environment: { LISTEN: 45876, KEY: "${KEY}", TOKEN: "${TOKEN}", HUB_URL: "http://user:word@192.168.1.20:8090/a" }`,
      ]),
      { 'docker-compose.yml': '644' },
    );
    expect(one).toMatchObject({
      listen: { value: 'every address' },
      keys: { value: ['ssh-ed25519'] },
      hubUrl: { value: { scheme: 'http', host: '192.168.1.20', near: '' } },
      token: { set: true, how: 'env' },
      tokenFiles: [{ path: 'docker-compose.yml', mode: 0o644 }],
      docker: { how: 'mounted' },
      dockerHost: { value: null },
    });
    expect(JSON.stringify(one)).not.toMatch(/3b1b7a52|AAAAC3|word/);
  });

  test.each([
    ['nothing published', [], 'unpublished'],
    ['published', ['ports: ["45876:45876"]'], 'every address'],
    ['published on one address', ['ports: ["10.8.0.5:45876:45876"]'], 'one address'],
    ['published on loopback', ['ports: ["127.0.0.1:45876:45876"]'], 'loopback'],
    ['published over IPv6 loopback', ['ports: ["[::1]:45876:45876"]'], 'loopback'],
    ['in the network of another', ['network_mode: "service:vpn"'], null],
  ])('in a container: %s', async (_, lines, value) => {
    expect((await agentsIn(compose('beszel-agent', lines)))[0]?.listen.value).toBe(value);
  });

  test.each([
    ['LISTEN=127.0.0.1:45876', 'loopback'],
    ['LISTEN=[::1]:45876', 'loopback'],
    ['LISTEN=0.0.0.0:45876', 'every address'],
    ['LISTEN=:45876', 'every address'],
    ['LISTEN=10.8.0.5:45876', 'one address'],
    ['LISTEN=/run/beszel.sock', 'socket'],
    ['PORT=45876', 'every address'],
    ['PORT=45876\nLISTEN=10.8.0.5:45876', 'one address'],
    ['LISTEN=10.8.0.5:45876\nBESZEL_AGENT_LISTEN=127.0.0.1:1', 'loopback'],
    ['NETWORK=unix\nLISTEN=x', 'socket'],
    ['TOKEN=x', 'every address'],
  ])('listens, by %j', async (text, value) => {
    expect((await agentsIn({ 'beszel.env': text }))[0]?.listen.value).toBe(value);
  });

  test('in a unit, with the group that owns the socket', async () => {
    const unit = `[Service]\nEnvironment="PORT=45876"\nEnvironment="KEY=${KEY}" "TOKEN=${TOKEN}"\nExecStart=/opt/beszel-agent/beszel-agent\nUser=beszel\n`;
    const files = { 'etc/systemd/system/beszel-agent.service': unit, 'etc/group': 'docker:x:998:beszel\nbeszel:x:997:\n' };
    const [one] = await agentsIn(files, { 'etc/systemd/system/beszel-agent.service': '644' });
    expect(one).toMatchObject({
      docker: { how: 'group', place: { file: 'etc/group', line: 1 } },
      tokenFiles: [{ path: 'etc/systemd/system/beszel-agent.service', mode: 0o644 }],
    });
    const [alone] = await agentsIn({ 'beszel-agent.service': unit });
    expect(alone?.docker).toEqual({ how: 'unknown' });
    const [root] = await agentsIn({ 'beszel-agent.service': unit.replace('User=beszel\n', '') });
    expect(root?.docker.how).toBe('root');
  });

  test('an environment file that a unit names is not a second agent; one that is missing leaves questions open', async () => {
    const unit = '[Service]\nEnvironmentFile=/etc/beszel-agent.conf\nExecStart=/usr/bin/beszel-agent\nUser=beszel\n';
    const both = await agentsIn({
      'lib/systemd/system/beszel-agent.service': unit,
      'etc/beszel-agent.conf': `KEY="${KEY}"\nDOCKER_HOST=\n`,
    });
    expect(both).toHaveLength(1);
    expect(both[0]).toMatchObject({ keys: { value: ['ssh-ed25519'] }, docker: { how: 'none' }, dockerHost: { value: { scheme: '' } } });
    const [missing] = await agentsIn({ 'beszel-agent.service': unit });
    expect(missing?.sshDisabled).toMatchObject({ value: null, unresolved: expect.stringContaining('beszel-agent.conf') });
    expect(missing?.keys.unresolved).toBeDefined();
  });

  test('a token from `.env` stands there, and not in the compose file', async () => {
    const files = { ...compose('beszel-agent', ['environment: ["TOKEN=${TOKEN}"]']), '.env': `TOKEN=${TOKEN}\n` };
    expect((await agentsIn(files, { '.env': '640' }))[0]?.tokenFiles).toEqual([{ path: '.env', mode: 0o640 }]);
  });

  test('keys on further lines and in the file of KEY_FILE', async () => {
    expect((await agentsIn({ 'agent.env': `KEY=${KEY}\nssh-rsa AAAAB3 old\nLISTEN=1\nssh-dss AAAA x\n` }))[0]?.keys.value).toEqual([
      'ssh-ed25519',
      'ssh-rsa',
    ]);
    const named = { 'beszel.env': 'KEY_FILE=/etc/beszel/keys\n', 'etc/beszel/keys': `# two\n${KEY}\n\necdsa-sha2-nistp256 AAAAE2 x\n` };
    expect((await agentsIn(named))[0]?.keys.value).toEqual(['ssh-ed25519', 'ecdsa-sha2-nistp256']);
    expect((await agentsIn({ 'beszel.env': 'KEY_FILE=/run/keys\n' }))[0]?.keys.unresolved).toContain('KEY_FILE');
  });

  test('a socket proxy counts as near where its ports stay inside', async () => {
    const asking = (ports: string) =>
      compose('beszel-agent', ['environment: { DOCKER_HOST: "tcp://proxy:2375" }'], `  proxy:\n    image: example/proxy\n${ports}`);
    expect((await agentsIn(asking('')))[0]?.dockerHost.value).toMatchObject({ host: 'proxy', near: 'compose' });
    expect((await agentsIn(asking('    ports: ["2375:2375"]\n')))[0]?.dockerHost.value).toMatchObject({ near: '' });
  });

  test('files of other programs are left alone', async () => {
    expect(
      await agent.read(
        openFolder(writeFolder({ 'app.env': 'TOKEN=x\nPORT=80\nKEY=secret\n', 'x.service': '[Service]\nExecStart=/bin/x\n' })),
      ),
    ).toBeUndefined();
  });
});

describe('a hub', () => {
  test('in a compose file', async () => {
    const [one] = await hubsIn(
      compose('beszel', [
        'ports: ["127.0.0.1:8090:8090"]',
        'environment: { USER_PASSWORD: correct-horse-9, BESZEL_HUB_AUTO_LOGIN: "a@b.c", SHARE_ALL_SYSTEMS: "true", USER_CREATION: "TRUE", HEARTBEAT_URL: "http://status.example.test/ping/4711" }',
      ]),
    );
    expect(one).toMatchObject({
      listen: { value: 'loopback' },
      autoLogin: { value: true },
      userPassword: { set: true },
      shareAll: { value: true },
      userCreation: { value: false },
      heartbeat: { value: { scheme: 'http', host: 'status.example.test' } },
    });
    expect(JSON.stringify(one)).not.toMatch(/correct-horse|a@b\.c|4711/);
  });

  test.each([
    ['serve --http "0.0.0.0:8090"', 'every address', null],
    ['serve --http=127.0.0.1:8090 --origins=https://mon.example.test', 'loopback', 'https://mon.example.test'],
    ['serve', 'loopback', null],
    ['serve mon.example.test', 'every address', null],
  ])('in a unit: beszel %s', async (command, listen, origins) => {
    const [one] = await hubsIn({ 'beszel.service': `[Service]\nExecStart=/opt/beszel/beszel ${command}\n` });
    expect(one).toMatchObject({ listen: { value: listen }, origins: { value: origins } });
  });

  test('its data folder: permissions and tokens, no content', async () => {
    const files = {
      'beszel_data/data.db': 'x',
      'beszel_data/id_ed25519': 'x',
      'beszel_data/config.yml': `systems:\n  - name: nas\n    token: ${TOKEN}\n`,
    };
    const root = openFolder(writeFolder(files, { beszel_data: '750', 'beszel_data/data.db': '644' }));
    expect(factOf(await hub.read(root), 'beszel-hub.config-data')).toEqual([
      {
        directory: 'beszel_data',
        mode: 0o750,
        loose: [{ path: 'beszel_data/data.db', mode: 0o644 }],
        tokens: { count: 1, mode: 0o600, place: { file: 'beszel_data/config.yml', line: 3 } },
      },
    ]);
  });

  test('the data folder itself, and a broken config.yml', async () => {
    const root = openFolder(writeFolder({ 'data.db': 'x', id_ed25519: 'x', 'config.yml': 'systems: [' }));
    expect(factOf(await hub.read(root), 'beszel-hub.config-data')).toContain('failed: protocol');
  });
});
