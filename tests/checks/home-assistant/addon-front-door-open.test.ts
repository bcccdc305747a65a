import check from '../../../src/checks/home-assistant/addon-front-door-open.js';
import { appsOf } from '../../support/home-assistant.js';
import { testCheck } from '../../support/test-check.js';

const published = [{ container: '1880/tcp', host: 1880 }];

testCheck(check, {
  fail: [{ name: 'on a published port', facts: appsOf({ name: 'Node-RED', frontDoorOpen: true, published }), because: 'Node-RED' }],
  pass: [
    { name: 'with its login', facts: appsOf({ published }) },
    { name: 'without a port on the host', facts: appsOf({ frontDoorOpen: true }) },
  ],
});
