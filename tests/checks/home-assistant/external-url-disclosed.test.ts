import check from '../../../src/checks/home-assistant/external-url-disclosed.js';
import { discovery } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [{ name: 'in discovery_info', facts: { ...root(), ...discovery({ externalUrl: 'https://house.example' }) } }],
  pass: [{ name: 'not set', facts: { ...root(), ...discovery() } }],
  unknown: [{ name: 'a release without discovery_info', facts: root() }],
});
