import check from '../../../src/checks/containerssh/cfg-docker-root.js';
import { dockerOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const user = (value: string | null, namespace: string | null = null) => dockerOf({ user: { value }, userNamespace: { value: namespace } });

testCheck(check, {
  fail: [
    { name: 'the image decides', facts: user(null) },
    { name: 'uid 0', facts: user('0:1000') },
    { name: 'remapping switched off', facts: user('root', 'host') },
  ],
  pass: [
    { name: 'another user', facts: user('1000:1000') },
    { name: 'remapped', facts: user(null, 'private') },
  ],
  unknown: [{ name: 'no text', facts: dockerOf({ user: { value: null, unresolved: 'it is no text' } }) }],
  'not-applicable': [{ name: 'another backend', facts: dockerOf({ used: false }) }],
});
