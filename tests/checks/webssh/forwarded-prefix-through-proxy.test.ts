import check from '../../../src/checks/webssh/forwarded-prefix-through-proxy.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';
import { prefix } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'handed on', facts: { ...root({ server: 'nginx' }), ...prefix(true) } }],
  pass: [{ name: 'blanked', facts: { ...root({ server: 'nginx' }), ...prefix(false) } }],
  'not-applicable': [{ name: 'no proxy', facts: { ...root({ server: 'gunicorn' }), ...prefix(true) } }],
});
