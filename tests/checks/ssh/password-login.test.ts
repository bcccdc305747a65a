import { expect, test } from '@jest/globals';
import check from '../../../src/checks/ssh/password-login.js';
import type { Subject } from '../../../src/model.js';
import { banner } from '../../support/ssh-facts.js';
import { KEYS_ONLY, matching, sshConfigOf } from '../../support/ssh-config.js';
import { testCheck, testFiles, verdictOf } from '../../support/test-check.js';

const listed = (methods: string[], raw = 'SSH-2.0-OpenSSH_9.2p1') => ({
  'ssh.auth-methods': { methods, noneAccepted: false },
  ...banner(raw),
});
const THREE = ['password', 'publickey', 'keyboard-interactive'];
const containerssh = (port: number): Subject => ({
  kind: 'containerssh',
  target: { name: 'box.lan', address: '192.168.0.215' },
  port,
  evidence: {},
});

testCheck(check, {
  pass: [
    { name: 'Dropbear with -s', facts: listed(['publickey'], 'SSH-2.0-dropbear_2022.83') },
    { name: 'a key first, a password after it', facts: listed(['publickey', 'hostbased']) },
    { name: 'nobody may log in', facts: listed([]) },
  ],
  fail: [
    { name: 'OpenSSH without any setting', facts: listed(['publickey', 'password']), because: 'password' },
    { name: 'keyboard-interactive alone', facts: listed(['publickey', 'keyboard-interactive']), because: 'keyboard-interactive' },
    {
      name: 'to others alone, as the file says',
      facts: { ...listed(['publickey']), ...sshConfigOf({ ...KEYS_ONLY, conditional: [matching('passwordauthentication', 'yes')] }) },
      subject: { port: 22 },
      because: 'its file does so for others',
    },
    { name: 'on a public address', facts: listed(['password']), context: { exposure: 'public' }, because: 'public' },
    {
      name: 'another server beside ContainerSSH',
      facts: listed(THREE),
      subject: { port: 22 },
      context: { neighbours: [containerssh(2222)] },
    },
  ],
  unknown: [
    { name: 'ContainerSSH lists everything', facts: listed(THREE, 'SSH-2.0-ContainerSSH'), because: 'configuration' },
    {
      name: 'ContainerSSH under another name',
      facts: listed(THREE, 'SSH-2.0-OpenSSH_9.6p1 Debian-3'),
      subject: { port: 2222 },
      context: { neighbours: [containerssh(2222)] },
    },
  ],
  'not-applicable': [
    { name: 'no credential is asked for', facts: { 'ssh.auth-methods': { methods: [], noneAccepted: true }, ...banner('SSH-2.0-Go') } },
  ],
});

testFiles(check, {
  fail: [
    { name: 'nothing set: both are on', facts: sshConfigOf() },
    { name: 'keyboard-interactive is left', facts: sshConfigOf({ passwordAuthentication: { value: false } }) },
    { name: 'for some clients', facts: sshConfigOf({ ...KEYS_ONLY, conditional: [matching('passwordauthentication', 'yes')] }) },
    { name: 'on, whatever an include that is not here says', facts: sshConfigOf({ unread: ['x'] }) },
  ],
  pass: [
    { name: 'keys only', facts: sshConfigOf(KEYS_ONLY) },
    {
      name: 'a key and a password',
      facts: sshConfigOf({ authenticationMethods: { value: 'publickey,password publickey,keyboard-interactive' } }),
    },
  ],
  unknown: [
    { name: 'an include that is not here', facts: sshConfigOf({ ...KEYS_ONLY, unread: ['x'] }) },
    {
      name: 'a word that sshd refuses',
      facts: sshConfigOf({ ...KEYS_ONLY, passwordAuthentication: { value: null, unresolved: 'neither yes nor no' } }),
    },
  ],
  'not-applicable': [{ name: 'another port', facts: sshConfigOf(), subject: { port: 22222 } }],
});

test('Dropbear has another setting than OpenSSH', () => {
  expect(verdictOf(check, listed(['password'], 'SSH-2.0-dropbear_2022.83'))).toMatchObject({
    remediation: expect.stringContaining('DROPBEAR_EXTRA_ARGS'),
  });
});
