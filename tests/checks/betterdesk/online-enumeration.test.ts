import check from '../../../src/checks/betterdesk/online-enumeration.js';
import { testCheck } from '../../support/test-check.js';

const online = (answered: boolean) => ({ 'rustdesk.online': { answered } });

testCheck(check, {
  fail: [{ name: 'an invented id is answered', facts: online(true) }],
  pass: [{ name: 'another message comes', facts: online(false) }],
});
