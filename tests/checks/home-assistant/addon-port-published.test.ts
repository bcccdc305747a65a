import check from '../../../src/checks/home-assistant/addon-port-published.js';
import { appsOf } from '../../support/home-assistant.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    {
      name: 'the broker',
      facts: appsOf({ name: 'Mosquitto broker', published: [{ container: '1883/tcp', host: 1883 }] }),
      because: 'Mosquitto broker listens',
    },
  ],
  pass: [{ name: 'none', facts: appsOf({}) }],
});
