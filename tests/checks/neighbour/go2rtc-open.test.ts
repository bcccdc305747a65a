import check from '../../../src/checks/neighbour/go2rtc-open.js';
import { testCheck } from '../../support/test-check.js';

const door = (state: 'open' | 'login') => ({ 'neighbour.go2rtc': { door: state, version: '', saw: 'what it said', allowedOrigin: '' } });

testCheck(check, {
  fail: [{ name: 'everybody gets in', facts: door('open') }],
  pass: [{ name: 'it asks for a login', facts: door('login') }],
  unknown: [{ name: 'asked from the machine itself', facts: door('open'), context: { exposure: 'loopback' } }],
});
