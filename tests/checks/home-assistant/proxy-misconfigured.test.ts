import check from '../../../src/checks/home-assistant/proxy-misconfigured.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

const refused = root({ status: 400, server: 'nginx', bodyExcerpt: '400: Bad Request' });

testCheck(check, {
  fail: [{ name: 'beside a Home Assistant', facts: refused, context: { systems: ['home-assistant'] } }],
  'not-applicable': [
    { name: 'another aiohttp server', facts: refused },
    { name: 'a page', facts: root(), context: { systems: ['home-assistant'] } },
  ],
});
