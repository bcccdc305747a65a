import check from '../../../src/checks/neighbour/z2m-frontend-open.js';
import { testCheck } from '../../support/test-check.js';

const door = (state: 'open' | 'login' | 'onboarding') => ({ 'neighbour.zigbee2mqtt': { door: state, version: '', saw: 'what it said' } });

testCheck(check, {
  fail: [{ name: 'everybody gets in', facts: door('open') }],
  pass: [{ name: 'it asks for a login', facts: door('login') }],
  'not-applicable': [{ name: 'the first start is not finished', facts: door('onboarding') }],
});
