import check from '../../../src/checks/home-assistant/legacy-api-password.js';
import { discovery, providers } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

const none = providers({ status: 404, types: [] });

testCheck(check, {
  fail: [
    { name: 'the provider is listed', facts: providers({ types: ['homeassistant', 'legacy_api_password'] }) },
    { name: '0.70 with api_password', facts: { ...none, ...discovery({ requiresPassword: true }) } },
  ],
  pass: [{ name: 'accounts only', facts: providers() }],
  'not-applicable': [{ name: '0.70 without any password', facts: { ...none, ...discovery({ requiresPassword: false }) } }],
  unknown: [{ name: 'onboarding is not finished', facts: providers({ status: 400, code: 'onboarding_required', types: [] }) }],
});
