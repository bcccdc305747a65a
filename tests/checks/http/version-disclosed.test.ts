import check from '../../../src/checks/http/version-disclosed.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [
    { name: 'Server', facts: root({ headers: { server: 'Python/3.6 aiohttp/3.1.3' } }), because: 'aiohttp/3.1.3' },
    { name: 'X-Powered-By', facts: root({ headers: { 'x-powered-by': 'PHP/8.2.1' } }) },
  ],
  pass: [
    { name: 'a name without a version', facts: root({ headers: { server: 'nginx' } }) },
    { name: 'nothing', facts: root() },
  ],
});
