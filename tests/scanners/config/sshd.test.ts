import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../../../src/model.js';
import { openFolder } from '../../../src/scanners/config/folder.js';
import sshd from '../../../src/scanners/config/sshd.js';
import { factOf, writeFolder } from '../../support/folder.js';

type Config = Facts['ssh.config'];
const read = async (files: string | Record<string, string>) =>
  factOf(await sshd.read(openFolder(writeFolder(typeof files === 'string' ? { sshd_config: files } : files))), 'ssh.config') as Config;
const passwords = async (files: Parameters<typeof read>[0]) => (await read(files)).passwordAuthentication;

// Compared with `sshd -T` of OpenSSH 9.2.
describe('as sshd reads it', () => {
  test('the first value wins, whatever the case and the spelling', async () => {
    expect(await passwords('passwordAUTHENTICATION=No # by keys\nPasswordAuthentication yes\n')).toEqual({
      value: false,
      place: { file: 'sshd_config', line: 1 },
    });
    expect(await passwords('PasswordAuthentication "yes"\n')).toMatchObject({ value: true });
    expect((await read('ChallengeResponseAuthentication no\n')).kbdInteractiveAuthentication).toMatchObject({ value: false });
    expect(await passwords('#PasswordAuthentication no\n')).toEqual({ value: null });
    expect(await passwords('PasswordAuthentication maybe\n')).toMatchObject({
      value: null,
      unresolved: expect.stringContaining('would not start'),
    });
  });

  test('Match blocks are conditions, `Match all` is none and wins', async () => {
    const { passwordAuthentication, conditional } = await read(
      'PasswordAuthentication no\nMatch Address 192.168.0.0/16\n  PasswordAuthentication yes\nMatch all\n  PermitRootLogin yes\n',
    );
    expect(passwordAuthentication.value).toBe(false);
    expect(conditional).toEqual([
      { key: 'passwordauthentication', value: 'yes', condition: 'Address 192.168.0.0/16', place: { file: 'sshd_config', line: 3 } },
    ]);
    expect((await read('PermitRootLogin no\nMatch all\nPermitRootLogin yes\n')).permitRootLogin).toMatchObject({
      value: 'yes',
      place: { line: 3 },
    });
  });

  test('Include is read where it stands; its Match ends with it', async () => {
    const files = {
      'etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\nPasswordAuthentication yes\n',
      'etc/ssh/sshd_config.d/10-x.conf': 'Match User bob\nPasswordAuthentication no\n',
      'etc/ssh/sshd_config.d/20-y.conf': 'PermitRootLogin no\n',
    };
    expect(await read(files)).toMatchObject({
      passwordAuthentication: { value: true, place: { file: 'etc/ssh/sshd_config', line: 2 } },
      permitRootLogin: { value: 'no', place: { file: 'etc/ssh/sshd_config.d/20-y.conf', line: 1 } },
      conditional: [{ condition: 'User bob' }],
      unread: [],
    });
    expect(await passwords({ ...files, 'etc/ssh/sshd_config.d/00.conf': 'PasswordAuthentication no\n' })).toMatchObject({ value: false });
  });

  test('ports of Port and of ListenAddress', async () => {
    expect((await read('Port 22\nPort 2222\nListenAddress 10.0.0.1:99\nListenAddress [::1]:98\nListenAddress 10.0.0.2\n')).ports).toEqual([
      22, 2222, 99, 98,
    ]);
    expect((await read('PermitRootLogin no\n')).ports).toEqual([22]);
  });

  test('algorithms that are named to be offered', async () => {
    expect(
      (await read('Ciphers aes256-ctr,3des-cbc\nMACs -hmac-md5\nKexAlgorithms +diffie-hellman-group1-sha1\n')).algorithms,
    ).toMatchObject([
      { list: 'ciphers', names: ['aes256-ctr', '3des-cbc'], place: { line: 1 } },
      { list: 'kex', names: ['diffie-hellman-group1-sha1'], place: { line: 3 } },
    ]);
  });
});

test('an include that is not in the folder, a circle, a binary file', async () => {
  expect((await read('Include /etc/ssh/sshd_config.d/*.conf\n')).unread).toEqual([
    '/etc/ssh/sshd_config.d/*.conf (sshd_config:1) is not in the folder',
  ]);
  expect((await read({ 'sshd_config.d/README': '', sshd_config: 'Include sshd_config.d/*.conf\n' })).unread).toEqual([]);
  expect((await read('Include sshd_config\n')).unread).toEqual(['sshd_config: includes itself']);
  expect(await read('\0')).toBe('failed: unsupported: sshd_config: binary');
});

test('by shape, not by name; the configuration of a client is another', async () => {
  expect(await passwords({ 'backup/sshd.conf': 'PasswordAuthentication no\n' })).toMatchObject({ value: false });
  expect(await sshd.read(openFolder(writeFolder({ ssh_config: 'Host *\n  PasswordAuthentication no\n' })))).toBeUndefined();
});
