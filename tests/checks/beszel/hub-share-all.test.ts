import { hiddenSetting, hubs } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-share-all.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'set', facts: hubs({ shareAll: { value: true } }) },
    { name: 'set for one of two', facts: hubs({}, { shareAll: { value: true } }) },
  ],
  pass: [
    { name: 'not set', facts: hubs({}) },
    { name: 'set to another word', facts: hubs({ shareAll: { value: false } }) },
  ],
  unknown: [{ name: 'hidden for one of two', facts: hubs({}, { shareAll: hiddenSetting }) }],
});
