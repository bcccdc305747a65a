import { expect, test } from '@jest/globals';
import check from '../../../src/checks/containerssh/cfg-docker-tcp.js';
import { dockerOf, replaced } from '../../support/containerssh-config.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

const host = { value: 'tcp://192.0.2.20:2376' };
const certificates = ['cacert', 'cert', 'key'];

testCheck(check, {
  fail: [
    { name: 'no certificate', facts: dockerOf({ host }) },
    { name: 'two of three: no TLS at all', facts: dockerOf({ host, certificates: ['cert', 'key'] }) },
    { name: 'loopback', facts: dockerOf({ host: { value: 'tcp://127.0.0.1:2375' }, loopback: true }) },
  ],
  pass: [
    { name: 'the socket', facts: dockerOf() },
    { name: 'all three', facts: dockerOf({ host, certificates }) },
  ],
  unknown: [{ name: 'no text', facts: dockerOf({ host: { value: null, unresolved: 'it is no text' } }) }],
  'not-applicable': [{ name: 'another backend', facts: dockerOf({ used: false, host }) }],
});

test('a configuration server makes the pass an inference', () => {
  expect(verdictOf(check, { ...dockerOf(), ...replaced() })).toMatchObject({ outcome: 'pass', confidence: 60 });
});
