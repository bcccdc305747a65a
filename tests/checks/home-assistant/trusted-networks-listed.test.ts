import check from '../../../src/checks/home-assistant/trusted-networks-listed.js';
import { forwarded, providers } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'listed', facts: providers({ types: ['homeassistant', 'trusted_networks'] }) }],
  pass: [
    { name: 'not listed', facts: providers() },
    { name: 'not listed, and no proxy', facts: { ...providers(), ...forwarded(400, 400) } },
  ],
  unknown: [
    { name: 'a trusted proxy is never offered it', facts: { ...providers(), ...forwarded(200, 400) } },
    { name: 'onboarding is not finished', facts: providers({ status: 400, types: [] }) },
  ],
});
