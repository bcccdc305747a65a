import check from '../../../src/checks/neighbour/nodered-open.js';
import { testCheck } from '../../support/test-check.js';

const door = (state: 'open' | 'login') => ({
  'neighbour.node-red': { door: state, version: '', saw: 'what it said', unknownPathStatus: 404 },
});

testCheck(check, {
  fail: [{ name: 'everybody gets in', facts: door('open') }],
  pass: [{ name: 'it asks for a login', facts: door('login') }],
});
