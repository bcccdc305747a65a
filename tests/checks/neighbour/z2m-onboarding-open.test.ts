import check from '../../../src/checks/neighbour/z2m-onboarding-open.js';
import { testCheck } from '../../support/test-check.js';

const door = (state: 'open' | 'login' | 'onboarding') => ({ 'neighbour.zigbee2mqtt': { door: state, version: '', saw: 'what it said' } });

testCheck(check, {
  fail: [{ name: 'the form of the first start is there', facts: door('onboarding') }],
  pass: [
    { name: 'the frontend is there and open', facts: door('open') },
    { name: 'the frontend asks for a token', facts: door('login') },
  ],
});
