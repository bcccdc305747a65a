import { expect, test } from '@jest/globals';
import { openFolder } from '../../../src/scanners/config/folder.js';
import { filesNamed, isCovered, pathBeside } from '../../../src/scanners/config/paths.js';
import { writeFolder } from '../../support/folder.js';

test('relative paths never lead out', () => {
  expect(pathBeside('a/b.yaml', 'c.yaml')).toBe('a/c.yaml');
  expect(pathBeside('a/b.yaml', '../c.yaml')).toBe('c.yaml');
  expect(pathBeside('b.yaml', './packages/')).toBe('packages');
  expect(pathBeside('b.yaml', '.')).toBe('');
  expect(pathBeside('a/b.yaml', '../../c.yaml')).toBeUndefined();
  expect(pathBeside('b.yaml', '/etc/passwd')).toBeUndefined();
});

test('absolute paths in a copied folder are found by their end', () => {
  const root = writeFolder({
    'etc/ssh/sshd_config': '',
    'etc/ssh/sshd_config.d/a.conf': '',
    'etc/ssh/sshd_config.d/.hidden.conf': '',
    passwd: '',
  });
  const folder = openFolder(root);
  const named = (path: string, from = 'etc/ssh/sshd_config') => filesNamed(folder, from, path).map((file) => file.path);
  expect(named('/etc/ssh/sshd_config.d/*.conf')).toEqual(['etc/ssh/sshd_config.d/a.conf']);
  expect(named('/usr/local/etc/ssh/sshd_config.d/?.conf')).toEqual(['etc/ssh/sshd_config.d/a.conf']);
  expect(named('sshd_config.d/*.conf')).toEqual(['etc/ssh/sshd_config.d/a.conf']);
  expect(named(`${root}/passwd`)).toEqual(['passwd']);
  expect(named('/etc/shadow')).toEqual([]);
  expect(named('/etc/passwd', 'etc/ssh/sshd_config')).toEqual([]);
  expect(named('*'.repeat(1000))).toEqual(['etc/ssh/sshd_config']);
  expect(named('*a'.repeat(50))).toEqual([]);
});

test('whether an absent file is known to be absent', () => {
  const root = writeFolder({ 'ssh/sshd_config': '', 'ssh/sshd_config.d/README': '' });
  const folder = openFolder(root);
  expect(isCovered(folder, 'ssh/sshd_config', '/etc/ssh/sshd_config.d/*.conf')).toBe(true);
  expect(isCovered(folder, 'ssh/sshd_config', '/opt/other/*.conf')).toBe(false);
  expect(isCovered(folder, 'ssh/sshd_config', `${root}/ssh/none/*.conf`)).toBe(true);
});
