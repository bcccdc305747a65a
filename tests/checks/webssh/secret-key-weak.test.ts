import check from '../../../src/checks/webssh/secret-key-weak.js';
import { testCheck } from '../../support/test-check.js';
import { configOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    {
      name: 'a placeholder',
      facts: configOf({ secretKey: { set: true, published: '<YOUR-SECRET-KEY>', characters: 17 } }),
      because: 'published',
    },
    { name: 'a short one', facts: configOf({ secretKey: { set: true, published: '', characters: 12 } }), because: 'short' },
  ],
  pass: [{ name: 'a long one', facts: configOf() }],
  unknown: [{ name: 'from elsewhere', facts: configOf({ secretKey: { set: true, published: '', characters: 0, unresolved: 'x' } }) }],
  'not-applicable': [{ name: 'none', facts: configOf({ secretKey: { set: false, published: '', characters: 0 } }) }],
});
