import { describe, expect, test } from '@jest/globals';
import check from '../../../src/checks/ssh/weak-algorithms.js';
import { algorithms, banner } from '../../support/ssh-facts.js';
import { sshConfigOf } from '../../support/ssh-config.js';
import { testCheck, testFiles, verdictOf } from '../../support/test-check.js';

const openssh = banner('SSH-2.0-OpenSSH_9.2p1');
const GO_LISTS = { kex: ['curve25519-sha256', 'kex-strict-s-v00@openssh.com'], serverHostKey: ['rsa-sha2-256', 'rsa-sha2-512', 'ssh-rsa'] };

testCheck(check, {
  pass: [
    { name: 'OpenSSH 9.2 on Debian 12 as shipped', facts: { ...algorithms(), ...openssh } },
    { name: 'group exchange of 2048 bits', facts: { ...algorithms(), ...openssh, 'ssh.group-exchange': { bits: 2048 } } },
    { name: 'a name that nobody has judged', facts: { ...algorithms({ macs: ['hmac-of-tomorrow'] }), ...openssh } },
  ],
  fail: [
    { name: '1024-bit key exchange', facts: { ...algorithms({ kex: ['diffie-hellman-group1-sha1'] }), ...openssh }, because: 'group1' },
    { name: 'DSA', facts: { ...algorithms({ serverHostKey: ['ssh-ed25519', 'ssh-dss'] }), ...openssh }, because: 'ssh-dss' },
    {
      name: 'SHA-1 signatures switched on',
      facts: { ...algorithms({ serverHostKey: ['rsa-sha2-512', 'ssh-rsa'] }), ...openssh },
      because: 'ssh-rsa',
    },
    { name: '3DES', facts: { ...algorithms({ ciphers: ['aes256-ctr', '3des-cbc'] }), ...openssh }, because: '3des-cbc' },
    { name: 'MD5', facts: { ...algorithms({ macs: ['hmac-md5-etm@openssh.com'] }), ...openssh }, because: 'hmac-md5' },
    { name: 'a small modulus', facts: { ...algorithms(), ...openssh, 'ssh.group-exchange': { bits: 1024 } }, because: '1024 bits' },
    { name: 'a certificate signed with SHA-1', facts: { ...algorithms({ serverHostKey: ['ssh-rsa-cert-v01@openssh.com'] }), ...openssh } },
    { name: 'a Go server that also offers RC4', facts: { ...algorithms({ ...GO_LISTS, ciphers: ['arcfour'] }), ...banner('SSH-2.0-Go') } },
  ],
});

describe('ssh-rsa beside rsa-sha2', () => {
  const severity = (raw: string) => {
    const verdict = verdictOf(check, { ...algorithms(GO_LISTS), ...banner(raw) });
    return verdict.outcome === 'fail' && (verdict.severity ?? check.severity);
  };
  test.each(['SSH-2.0-beszel_0.18.8', 'SSH-2.0-ContainerSSH', 'SSH-2.0-Go'])('%s: information, because nobody can change it', (raw) => {
    expect(severity(raw)).toBe('info');
  });
  test('OpenSSH: somebody switched it on', () => expect(severity('SSH-2.0-OpenSSH_9.2p1')).toBe('medium'));
});

test('for OpenSSH the remediation names file, key and value', () => {
  const facts = { ...algorithms({ kex: ['diffie-hellman-group1-sha1'], ciphers: ['3des-cbc', 'arcfour'] }), ...openssh };
  expect(verdictOf(check, { ...facts, 'ssh.group-exchange': { bits: 1024 } })).toMatchObject({
    remediation: expect.stringMatching(
      /sshd_config take diffie-hellman-group1-sha1 from `KexAlgorithms`; 3des-cbc, arcfour from `Ciphers`.*moduli/,
    ),
  });
});

test('Dropbear has no such setting: the remediation names the file it is built from', () => {
  const facts = { ...algorithms({ kex: ['diffie-hellman-group14-sha1'] }), ...banner('SSH-2.0-dropbear_2022.83') };
  expect(verdictOf(check, facts)).toMatchObject({ remediation: expect.stringContaining('localoptions.h') });
  expect(verdictOf(check, facts, { systems: ['home-assistant'] })).not.toHaveProperty('remediation');
});

const named = (...names: string[]) => sshConfigOf({ algorithms: [{ list: 'ciphers', names, place: { file: 'sshd_config', line: 4 } }] });

testFiles(check, {
  fail: [{ name: 'one is named', facts: named('aes256-ctr', '3des-cbc'), because: '3des-cbc' }],
  'not-applicable': [
    { name: 'none is broken: the rest is up to the release', facts: named('aes256-ctr') },
    { name: 'none is named', facts: sshConfigOf() },
  ],
});
