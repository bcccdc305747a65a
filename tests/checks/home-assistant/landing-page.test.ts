import check from '../../../src/checks/home-assistant/landing-page.js';
import { testCheck } from '../../support/test-check.js';
import { final } from '../../support/web-facts.js';

testCheck(check, {
  fail: [{ name: 'Core is being installed', facts: final({ bodyExcerpt: '<body><ha-landing-page></ha-landing-page>' }) }],
  pass: [{ name: 'the frontend', facts: final({ bodyExcerpt: '<home-assistant></home-assistant>' }) }],
  unknown: [{ name: 'no page was shown', facts: final({ status: 403 }) }],
});
