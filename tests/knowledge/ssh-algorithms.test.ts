import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { ALGORITHM_LISTS as LISTS, type AlgorithmList, algorithmNames, judgeAlgorithm } from '../../src/knowledge/ssh-algorithms.js';
import { installed } from '../support/daemon.js';
import { debian12 } from '../support/ssh-facts.js';

test('every row says what is wrong, or why not, and where that is written', () => {
  for (const list of LISTS) {
    for (const name of algorithmNames(list)) {
      const row = judgeAlgorithm(list, name);
      expect([name, row]).toEqual([
        name,
        {
          verdict: expect.stringMatching(/^(broken|weak|fine)$/),
          reason: expect.stringMatching(/.{10}/),
          source: expect.stringMatching(/^https:/),
        },
      ]);
    }
  }
});

test('what Debian 12 offers without any setting is all known, and none of it broken', () => {
  const verdicts = LISTS.flatMap((list) => debian12[list].map((name) => judgeAlgorithm(list, name)?.verdict));
  expect(verdicts).not.toContain(undefined);
  expect(verdicts).not.toContain('broken');
});

test('certificates and GSS-API methods are judged by what is inside', () => {
  expect(judgeAlgorithm('serverHostKey', 'ssh-rsa-cert-v01@openssh.com')?.verdict).toBe('broken');
  expect(judgeAlgorithm('serverHostKey', 'sk-ssh-ed25519-cert-v01@openssh.com')?.verdict).toBe('fine');
  expect(judgeAlgorithm('kex', 'gss-group1-sha1-toWM5Slw5Ew8Mqkay+al2g==')?.verdict).toBe('broken');
  expect(judgeAlgorithm('kex', 'gss-curve25519-sha256-toWM5Slw5Ew8Mqkay+al2g==')?.verdict).toBe('fine');
});

test.each(['toString', '__proto__', 'constructor', '', 'kex-of-tomorrow'])('%j is not known', (name) => {
  expect(judgeAlgorithm('kex', name)).toBeUndefined();
});

/*
 * What ssh-audit fails and we do not call broken, each with our reason. Everything else that it fails is broken here, too.
 */
const MILDER: readonly { readonly because: RegExp; readonly only: RegExp; readonly ours: string }[] = [
  {
    because: /backdoored/,
    only: /nist|ecdh/i,
    ours: 'a suspicion about the NIST curves is no attack, and every OpenSSH offers them',
  },
  { because: /unproven|unknown|untrusted|experimental/, only: /./, ours: 'nobody having looked closely is a doubt, not an attack' },
  { because: /Serpent|SEED/, only: /./, ours: 'out of use, but not attacked' },
  { because: /SHA-1/, only: /^hmac-sha1(-etm@openssh\.com)?$/, ours: 'collisions do not help against a MAC (RFC 6194 section 3.3)' },
  { because: /small ECC/, only: /./, ours: '224 and 233 bits give 112 bits of strength (NIST SP 800-57 part 1, table 2)' },
];

const sshAudit = installed('ssh-audit');
if (!sshAudit) console.warn('skipped: ssh-audit is not installed');
(sshAudit ? describe : describe.skip)('beside ssh-audit', () => {
  const theirs = lookUp([...new Set(LISTS.flatMap(algorithmNames))]);
  test.each(LISTS)('%s: what it fails is broken here, but for the reasons above', (list) => {
    const failing = algorithmNames(list).filter((name) => theirs.has(`${SECTION[list]} ${name}`));
    expect(failing.length).toBeGreaterThan(5);
    const milder = failing.filter((name) => judgeAlgorithm(list, name)?.verdict !== 'broken');
    for (const name of milder) {
      const reasons = theirs.get(`${SECTION[list]} ${name}`)!;
      const unexcused = reasons.filter((reason) => !MILDER.some(({ because, only }) => because.test(reason) && only.test(name)));
      expect([name, unexcused]).toEqual([name, []]);
    }
  });
});

const SECTION: Readonly<Record<AlgorithmList, string>> = { kex: 'kex', serverHostKey: 'key', ciphers: 'enc', macs: 'mac' };

/** The reasons of level `fail`, by section and name, as `ssh-audit --lookup` prints them. */
function lookUp(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { stdout } = spawnSync(sshAudit ?? 'ssh-audit', ['--no-colors', '--lookup', names.join(',')], { encoding: 'utf8' });
  const fails = new Map<string, string[]>();
  let current = '';
  for (const line of (stdout ?? '').split('\n')) {
    const [, section, name] = /^\((\w+)\) (\S+)/.exec(line) ?? [];
    if (section) current = `${section} ${name}`;
    const [, reason] = /\[fail\] (.*?)\s*$/.exec(line) ?? [];
    if (reason) fails.set(current, [...(fails.get(current) ?? []), reason]);
  }
  return fails;
}
