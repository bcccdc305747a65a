import { expect, test } from '@jest/globals';
import check from '../../../src/checks/tls/self-signed.js';
import { testCheck, verdictOf } from '../../support/test-check.js';
import { certificate } from '../../support/tls-facts.js';

testCheck(check, {
  pass: [{ name: 'issued by somebody else', facts: certificate() }],
  fail: [{ name: 'issued by itself', facts: certificate({ selfSigned: true }) }],
});

test('it informs in the house and counts on a public address', () => {
  expect(verdictOf(check, certificate({ selfSigned: true }))).toMatchObject({ severity: 'info' });
  expect(verdictOf(check, certificate({ selfSigned: true }), { exposure: 'public' })).toMatchObject({ severity: 'low' });
});
