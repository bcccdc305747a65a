import check from '../../../src/checks/neighbour/influxdb-no-auth.js';
import { testCheck } from '../../support/test-check.js';

const door = (state: 'open' | 'login') => ({ 'neighbour.influxdb': { door: state, version: '', saw: 'what it said', debugStatus: 200 } });

testCheck(check, {
  fail: [{ name: 'everybody gets in', facts: door('open') }],
  pass: [{ name: 'it asks for a login', facts: door('login') }],
});
