import check from '../../../src/checks/home-assistant/cloud-remote-on.js';
import { discovery } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [{ name: 'a cloud URL', facts: { ...root(), ...discovery({ externalUrl: 'https://abc.ui.nabu.casa' }) } }],
  pass: [{ name: 'an own URL', facts: { ...root(), ...discovery({ externalUrl: 'https://house.example' }) } }],
  unknown: [{ name: 'no URL', facts: root() }],
});
