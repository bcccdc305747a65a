import check from '../../../src/checks/home-assistant/nodered-endpoints-open.js';
import { appsOf } from '../../support/home-assistant.js';
import { testCheck } from '../../support/test-check.js';

const published = [{ container: '80/tcp', host: 1880 }];

testCheck(check, {
  fail: [{ name: 'no login', facts: appsOf({ nodeLogin: false, published }) }],
  pass: [{ name: 'a login', facts: appsOf({ nodeLogin: true, published }) }],
  'not-applicable': [
    { name: 'not installed', facts: appsOf({}) },
    { name: 'sidebar only', facts: appsOf({ nodeLogin: false }) },
  ],
});
