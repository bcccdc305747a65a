import check from '../../../src/checks/home-assistant/configurator-exposed.js';
import { testCheck } from '../../support/test-check.js';
import { final } from '../../support/web-facts.js';

testCheck(check, {
  fail: [
    { name: 'open', facts: final({ title: 'HASS Configurator' }), because: 'without a login' },
    { name: 'behind a password', facts: final({ status: 401, headers: { 'www-authenticate': 'Basic realm="HASS-Configurator"' } }) },
    {
      name: 'on its port, without a title',
      facts: final({ status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }),
      subject: { port: 3218 },
      context: { systems: ['home-assistant'] },
    },
  ],
  'not-applicable': [
    { name: 'another page', facts: final({ title: 'Grafana' }) },
    { name: 'its port on a host that is no Home Assistant', facts: final(), subject: { port: 3218 } },
  ],
});
