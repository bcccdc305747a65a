import check from '../../../src/checks/betterdesk/known-session-secret.js';
import { config, page } from '../../support/betterdesk-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the hash is that of a published secret', facts: page({ csrfHash: 'published secret', version: '' }) }],
  pass: [{ name: 'a console of 2.x with another hash', facts: page() }],
  unknown: [
    { name: 'a release whose formula is not known', facts: page({ version: '3.5.0' }) },
    { name: 'a cookie of another shape', facts: page({ csrfHash: 'unknown shape' }) },
  ],
});

testFiles(check, {
  fail: [
    { name: 'the published one', facts: config({ sessionSecret: { state: 'published' } }) },
    { name: 'a short one', facts: config({ sessionSecret: { state: 'short' } }), because: 'short' },
  ],
  pass: [{ name: 'one of its own', facts: config() }],
  unknown: [{ name: 'none is written', facts: config({ sessionSecret: { state: 'not set' } }) }],
});
