import check from '../../../src/checks/home-assistant/onboarding-open.js';
import { onboarding, providers } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a fresh install', facts: onboarding(['user', false], ['core_config', false]) }],
  pass: [
    { name: 'restarted since', facts: { ...onboarding(), ...providers() } },
    { name: 'owner created, wizard open', facts: onboarding(['user', true], ['core_config', false]) },
  ],
  'not-applicable': [{ name: '0.70 has no accounts', facts: { ...onboarding(), ...providers({ status: 404, types: [] }) } }],
  unknown: [{ name: 'the landing page asks for a token', facts: { 'home-assistant.onboarding': { status: 401, steps: [] } } }],
});
