import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Facts, SubjectKind } from '../../../src/model.js';
import { readConfiguration } from '../../../src/scanners/config/index.js';
import { factOf, writeFolder } from '../../support/folder.js';

const kindsOf = async (path: string) => (await readConfiguration(path)).map(({ kind }) => kind);
const hostOf = async (path: string) => {
  const host = (await readConfiguration(path)).find(({ kind }) => kind === 'host');
  return factOf(host?.facts, 'host.config-read') as Facts['host.config-read'];
};

test('one folder with everything: each kind finds its own', async () => {
  const path = writeFolder({
    'ha/configuration.yaml': 'homeassistant:\n',
    'etc/samba/smb.conf': '[global]\n',
    'etc/ssh/sshd_config': 'UsePAM yes\n',
    'mqtt/mosquitto.conf': 'listener 1883\n',
    'stack/compose.yaml': 'services:\n  a:\n    image: x\n',
    'etc/systemd/system/a.service': '[Service]\nUser=a\n',
    'etc/nginx/nginx.conf': 'server { listen 80; }\n',
  });
  const expected: SubjectKind[] = ['home-assistant', 'mqtt', 'smb', 'ssh', 'host'];
  expect(await kindsOf(path)).toEqual(expect.arrayContaining(expected));
  expect(await hostOf(path)).toMatchObject({ files: 7, unread: [] });
  expect((await hostOf(path)).kinds).toEqual(expect.arrayContaining(['services', 'units', 'proxies']));
});

describe('what other programs call by similar words', () => {
  test.each([
    ['go2rtc.yaml', 'api:\n  listen: :1984\nstreams:\n  porch: rtsp://x\nlog:\n  level: info\n'],
    ['appdaemon.yaml', 'http:\n  url: http://x\nappdaemon:\n  plugins: {}\nadmin:\napi:\n'],
    ['porch-light.yaml', 'esphome:\n  name: x\napi:\nlogger:\n'],
    ['settings.js', 'module.exports = {}'],
  ])('%s is none of the kinds', async (name, text) => {
    expect(await kindsOf(writeFolder({ [name]: text }))).toEqual(['host']);
  });
});

describe('what cannot be read is named', () => {
  test('bombs, binaries, pipes of a kind, links that leave or turn in circles, folders in place of files', async () => {
    const path = writeFolder({
      'a/compose.yaml': `services:\n  x: ${'['.repeat(1000)}`,
      'b/docker-compose.yml': 'services:\n\0',
      'c/other.txt': '',
    });
    symlinkSync('/etc/ssh/sshd_config', join(path, 'sshd_config'));
    symlinkSync('smb.conf', join(path, 'smb.conf'));
    mkdirSync(join(path, 'nginx.conf'));
    symlinkSync('nginx.conf', join(path, 'mosquitto.conf'));
    symlinkSync('/etc/hostname', join(path, 'irrelevant'));
    expect((await hostOf(path)).unread).toEqual([
      'mosquitto.conf: a link to a folder',
      'smb.conf: a loop of links',
      'sshd_config: a link that leaves the folder',
      'a/compose.yaml: nested too deep',
      'b/docker-compose.yml: binary',
    ]);
  });

  test('a file without permission', async () => {
    const path = writeFolder({ '.env': 'A=1\n' });
    chmodSync(join(path, '.env'), 0);
    if (process.getuid?.() === 0) return; // root reads everything
    expect((await hostOf(path)).unread).toEqual(['.env: no permission to read it']);
  });

  test('a kind whose own file cannot be read is there, with a failure', async () => {
    const files = await readConfiguration(writeFolder({ 'smb.conf': '[global]\n\0' }));
    expect(files.find(({ kind }) => kind === 'smb')?.facts).toMatchObject({
      'smb.config': { ok: false, failure: { detail: 'smb.conf: binary' } },
    });
  });
});

test('an empty folder has nothing that is known', async () => {
  expect(await hostOf(writeFolder({}))).toEqual({ files: 0, kinds: [], unread: [] });
});

test('2,000 files cost less than a second', async () => {
  const files: Record<string, string> = {
    '.HA_VERSION': '2024.3.3',
    'configuration.yaml': 'homeassistant:\n  packages: !include_dir_named packages\n',
  };
  for (let index = 0; index < 200; index++) files[`packages/p${index}.yaml`] = `input_text:\n  t${index}:\n    name: x\n    initial: "y"\n`;
  for (let index = 0; index < 1800; index++) files[`custom_components/c${index % 60}/f${index}.yaml`] = `key: value\nlist:\n  - a\n`;
  const path = writeFolder(files);
  const before = process.cpuUsage();
  expect(await kindsOf(path)).toContain('home-assistant');
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1_000);
});
