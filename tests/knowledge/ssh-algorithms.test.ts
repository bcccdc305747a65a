import { expect, test } from '@jest/globals';
import { ALGORITHM_LISTS as LISTS, algorithmNames, judgeAlgorithm } from '../../src/knowledge/ssh-algorithms.js';
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
