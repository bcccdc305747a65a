import check from '../../../src/checks/betterdesk/api-exposed.js';
import { health } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'it answers', facts: health(), because: 'outside the host' }],
  'not-applicable': [{ name: 'on loopback', facts: health(), context: { exposure: 'loopback' as const } }],
});
