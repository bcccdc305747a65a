import { expect, test } from '@jest/globals';
import { readConfiguration } from '../../../src/scanners/config/index.js';
import { writeFolder } from '../../support/folder.js';

/** Just below the limit of one file. */
const LARGE = 1024 * 1024 - 200;
const filled = (head: string, unit: string) => head + unit.repeat(Math.floor((LARGE - head.length) / unit.length));
const keys = (count: number, value: string) => Array.from({ length: count }, (_, index) => `k${index}: ${value}\n`).join('');

// Each of them once took minutes, or is the like of one that did.
test.each<[string, Record<string, string>]>([
  ['joined lines of a unit', { 'a.service': filled('[Service]\n', 'a\\\n') }],
  ['joined lines of smb.conf', { 'smb.conf': filled('[global]\n', 'x = \\\n') }],
  [
    'a file that includes itself',
    {
      'smb.conf': `[global]\ninclude = smb.conf\n${'x = y\n'.repeat(10_000)}`,
      sshd_config: `Include sshd_config\n${'Port 22\n'.repeat(10_000)}`,
    },
  ],
  ['many secrets', { 'configuration.yaml': `homeassistant:\n${keys(20_000, '!secret a')}`, 'secrets.yaml': keys(30_000, 'v') }],
  [
    'many includes of a large file',
    { 'configuration.yaml': `homeassistant:\n${keys(3_000, '!include a.yaml')}`, 'a.yaml': keys(40_000, 'v') },
  ],
  [
    'includes that double',
    { 'configuration.yaml': 'homeassistant:\nx: !include b.yaml\n', 'b.yaml': '- !include b.yaml\n- !include b.yaml\n' },
  ],
  ['variables in variables', { 'compose.yaml': `services:\n a:\n  image: "${'${A:-'.repeat(100_000)}"\n` }],
  ['one long word', { 'configuration.yaml': filled('homeassistant:\nx: a://', 'b') }],
  ['a quote that never ends', { 'nginx.conf': filled('server { x "', 'y'), '.env': filled('A="', 'x\n') }],
  [
    'many users',
    {
      'configuration.yaml': 'frontend:\n',
      '.storage/auth': `{"data":{"users":[${Array.from({ length: 9_000 }, (_, id) => `{"id":"${id}"}`).join(',')}]}}`,
    },
  ],
])('%s ends soon', async (_name, files) => {
  const path = writeFolder(files);
  const before = process.cpuUsage();
  expect((await readConfiguration(path)).length).toBeGreaterThan(0);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(8_000);
});

test('no fact grows with the file', async () => {
  const path = writeFolder({
    '.HA_VERSION': '2024.3.3',
    'configuration.yaml': `homeassistant:\n${keys(5_000, '!secret none')}${Array.from({ length: 5_000 }, (_, i) => `p${i}_password: x\n`).join('')}`,
    'secrets.yaml': 'a: 1\n',
    'smb.conf': `[global]\n${Array.from({ length: 900 }, (_, i) => `[share ${i}]\n`).join('')}`,
    'mosquitto.conf': 'listener 1\n'.repeat(5_000),
    sshd_config: 'Match User a\nPasswordAuthentication yes\n'.repeat(2_000),
  });
  expect(JSON.stringify(await readConfiguration(path)).length).toBeLessThan(150_000);
});
