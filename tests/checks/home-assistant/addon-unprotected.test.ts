import check from '../../../src/checks/home-assistant/addon-unprotected.js';
import { appsOf } from '../../support/home-assistant.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'one', facts: appsOf({}, { name: 'Portainer', isProtected: false, wants: ['docker_api'] }), because: 'Portainer' }],
  pass: [{ name: 'all protected', facts: appsOf({}) }],
});
