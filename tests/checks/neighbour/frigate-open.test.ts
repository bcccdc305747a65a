import check from '../../../src/checks/neighbour/frigate-open.js';
import { testCheck } from '../../support/test-check.js';

const door = (state: 'open' | 'login') => ({ 'neighbour.frigate': { door: state, version: '', saw: 'what it said' } });

testCheck(check, {
  fail: [{ name: 'everybody gets in', facts: door('open') }],
  pass: [{ name: 'it asks for a login', facts: door('login') }],
});
