import check from '../../../src/checks/home-assistant/server-banner.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [{ name: '0.70', facts: root({ server: 'Python/3.6 aiohttp/3.1.3' }), because: 'aiohttp/3.1.3' }],
  pass: [
    { name: 'since 2023.9', facts: root() },
    { name: 'a proxy in front', facts: root({ server: 'nginx' }) },
    { name: 'onboarding redirects', facts: root({ status: 302 }) },
  ],
  unknown: [{ name: 'a ban answers from outside the application', facts: root({ status: 403, server: 'Python/3.11 aiohttp/3.9.3' }) }],
});
