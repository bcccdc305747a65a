import { expect, test } from '@jest/globals';
import check from '../../../src/checks/tls/weak-protocols.js';
import { testCheck, testFiles, verdictOf } from '../../support/test-check.js';

const versions = (accepted: string[], refused: string[]) => ({ 'tls.protocols': { accepted, refused } });
const OLD = ['SSLv3', 'TLSv1.0', 'TLSv1.1'];

testCheck(check, {
  pass: [
    { name: 'nginx as shipped today', facts: versions(['TLSv1.2', 'TLSv1.3'], OLD) },
    { name: 'TLS 1.3 alone', facts: versions(['TLSv1.3'], [...OLD, 'TLSv1.2']) },
  ],
  fail: [
    { name: 'TLS 1.0 beside newer ones', facts: versions(['TLSv1.0', 'TLSv1.2'], ['SSLv3', 'TLSv1.1']), because: 'TLSv1.0' },
    { name: 'SSL 3.0 beside newer ones', facts: versions(['SSLv3', 'TLSv1.2'], []), because: 'SSLv3' },
    { name: 'nothing newer', facts: versions(['TLSv1.1'], ['SSLv3', 'TLSv1.2', 'TLSv1.3']) },
  ],
  unknown: [{ name: 'silence to TLS 1.0', facts: versions(['TLSv1.2'], ['SSLv3', 'TLSv1.1']), because: 'TLSv1.0' }],
});

test('SSL 3.0 weighs more than TLS 1.0 that stands beside newer ones', () => {
  expect(verdictOf(check, versions(['TLSv1.0', 'TLSv1.2'], []))).toMatchObject({ severity: 'low' });
  expect(verdictOf(check, versions(['SSLv3', 'TLSv1.2'], []))).not.toHaveProperty('severity');
  expect(verdictOf(check, versions(['TLSv1.0'], []))).not.toHaveProperty('severity');
});

const listening = (protocols: string[] | null, unread: string[] = []) => ({
  'tls.config-listeners': {
    listeners: [{ port: 443, names: [], protocols: { value: protocols }, place: { file: 'nginx.conf', line: 3 } }],
    unread,
  },
});

testFiles(check, {
  fail: [{ name: 'TLS 1.0 is turned on', facts: listening(['TLSv1.0', 'TLSv1.2']), because: 'TLSv1.0 is turned on' }],
  pass: [{ name: 'newer ones alone', facts: listening(['TLSv1.2', 'TLSv1.3']) }],
  unknown: [{ name: 'an include that cannot be read', facts: listening(['TLSv1.2'], ['x.conf: binary']) }],
  'not-applicable': [
    { name: 'not set', facts: listening(null) },
    { name: 'another port', facts: listening(['TLSv1.0']), subject: { port: 8443 } },
  ],
});
