import check from '../../../src/checks/containerssh/gssapi-advertised.js';
import { authConfigOf, sshConfigOf } from '../../support/containerssh-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const listed = (...methods: string[]) => ({ 'ssh.auth-methods': { methods, noneAccepted: false } });
const ALWAYS = ['password', 'publickey', 'keyboard-interactive'];

testCheck(check, {
  fail: [{ name: 'Kerberos, or an authorization webhook', facts: listed(...ALWAYS, 'gssapi-with-mic') }],
  pass: [{ name: 'the three that are always listed', facts: listed(...ALWAYS) }],
  unknown: [{ name: 'a list that no ContainerSSH gives', facts: listed('publickey') }],
});

testFiles(check, {
  fail: [
    { name: 'Kerberos', facts: { ...authConfigOf({ methods: ['gssapi'] }), ...sshConfigOf() } },
    {
      name: 'authorization webhook',
      facts: { ...authConfigOf({ methods: ['password', 'authz'] }), ...sshConfigOf() },
      because: 'authorization',
    },
  ],
  pass: [{ name: 'a password webhook', facts: { ...authConfigOf({ methods: ['password'] }), ...sshConfigOf() } }],
  'not-applicable': [
    { name: 'nobody gets so far', facts: { ...authConfigOf({ methods: ['gssapi'] }), ...sshConfigOf({ ciphers: { value: [] } }) } },
  ],
});
