import { expect, test } from '@jest/globals';
import { parseEnv } from '../../../src/scanners/config/env.js';
import { openFolder } from '../../../src/scanners/config/folder.js';
import { readUnits } from '../../../src/scanners/config/systemd.js';
import { writeFolder } from '../../support/folder.js';

const read = async (files: Record<string, string>) => (await readUnits(openFolder(writeFolder(files)))).found;

test('a unit with drop-ins and environment files', async () => {
  const [unit] = await read({
    'lib/systemd/system/agent.service':
      '[Unit]\nDescription=x\n[Service]\nUser=agent\nEnvironment="PORT=45876" \'KEY=ssh-ed25519 AAAA\' DEBUG=1\nEnvironmentFile=-/etc/agent.conf\nExecStart=/usr/bin/agent \\\n  --flag\n',
    'etc/systemd/system/agent.service.d/20-user.conf': '[Service]\nUser=\nUser=root\n',
    'etc/systemd/system/agent.service.d/10-env.conf': '# comment\n; comment\n[Service]\nEnvironment=DEBUG=0\n',
    'etc/agent.conf': 'PORT="1"\nTOKEN=abc\n',
  });
  expect(unit!.name).toBe('agent.service');
  expect(unit!.all('User')).toEqual([{ value: 'root', place: { file: 'etc/systemd/system/agent.service.d/20-user.conf', line: 3 } }]);
  expect(unit!.all('ExecStart')).toEqual([
    { value: '/usr/bin/agent --flag', place: { file: 'lib/systemd/system/agent.service', line: 7 } },
  ]);
  expect(
    Object.fromEntries(
      [...unit!.environment].map(([key, { value, place }]) => [key, `${value} ${place.file.split('/').at(-1)}:${place.line}`]),
    ),
  ).toEqual({
    PORT: '1 agent.conf:1',
    KEY: 'ssh-ed25519 AAAA agent.service:5',
    DEBUG: '0 10-env.conf:4',
    TOKEN: 'abc agent.conf:2',
  });
});

test('the unit of the administrator replaces the one of the package', async () => {
  const units = await read({
    'usr/lib/systemd/system/x.service': '[Service]\nUser=one\n',
    'etc/systemd/system/x.service': '[Service]\nUser=two\n',
  });
  expect(units.map((unit) => unit.all('User')[0]!.value)).toEqual(['two']);
});

test('an environment file that is not in the folder is told', async () => {
  const [unit] = await read({ 'x.service': '[Service]\nEnvironmentFile=/etc/default/x\n' });
  expect(unit!.missing).toEqual([{ value: '/etc/default/x', place: { file: 'x.service', line: 2 } }]);
});

test('environment files', () => {
  const read = (text: string) =>
    Object.fromEntries([...parseEnv(text, 'x')].map(([key, { value, place }]) => [key, `${value}|${place.line}`]));
  expect(read('A=1\r\nB = 2 # comment\n#C=3\nexport D=\'a "b" # c\'\nE="x\\"y"\nF=\nA=again\nG=a#b\n')).toEqual({
    A: 'again|7',
    B: '2|2',
    D: 'a "b" # c|4',
    E: 'x"y|5',
    F: '|6',
    G: 'a#b|8',
  });
  expect(read('KEY="line one\nline two"\nNEXT=1\n')).toEqual({ KEY: 'line one\nline two|1', NEXT: '1|3' });
  expect(read('OPEN="never closed\nNEXT=1')).toEqual({ OPEN: expect.any(String) });
});
