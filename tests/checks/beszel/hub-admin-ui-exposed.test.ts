import check from '../../../src/checks/beszel/hub-admin-ui-exposed.js';
import { testCheck } from '../../support/test-check.js';

const ui = (status: number, isPocketBase: boolean) => ({ 'beszel-hub.admin-ui': { status, isPocketBase } });

testCheck(check, {
  fail: [{ name: 'the dashboard answers', facts: ui(200, true) }],
  pass: [
    { name: 'the proxy refuses it', facts: ui(403, false) },
    { name: 'another page', facts: ui(200, false) },
  ],
  'not-applicable': [{ name: 'on loopback', facts: ui(200, true), context: { exposure: 'loopback' } }],
});
