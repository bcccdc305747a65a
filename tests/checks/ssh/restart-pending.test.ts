import check from '../../../src/checks/ssh/restart-pending.js';
import { banner } from '../../support/ssh-facts.js';
import { KEYS_ONLY, matching, sshConfigOf } from '../../support/ssh-config.js';
import { testCheck } from '../../support/test-check.js';

const wire = (...methods: string[]) => ({ ...banner('OpenSSH_9.2p1'), 'ssh.auth-methods': { methods, noneAccepted: false } });

testCheck(check, {
  fail: [
    {
      name: 'passwords are off in the file alone',
      facts: { ...sshConfigOf(KEYS_ONLY), ...wire('publickey', 'password') },
      subject: { port: 22 },
      because: 'the wire: it offers password',
    },
  ],
  pass: [
    { name: 'off in both', facts: { ...sshConfigOf(KEYS_ONLY), ...wire('publickey') }, subject: { port: 22 } },
    {
      name: 'on for others alone, who see what we cannot',
      facts: { ...sshConfigOf({ ...KEYS_ONLY, conditional: [matching('passwordauthentication', 'yes')] }), ...wire('publickey') },
      subject: { port: 22 },
    },
  ],
  'not-applicable': [
    { name: 'files alone', facts: sshConfigOf(), subject: { port: undefined } },
    { name: 'another server', facts: { ...sshConfigOf(KEYS_ONLY), ...wire('password') }, subject: { port: 22222 } },
  ],
});
