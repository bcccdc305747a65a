import check from '../../../src/checks/home-assistant/legacy-api-password.js';
import { discovery, providers } from '../../support/home-assistant-facts.js';
import { authOf, httpOf } from '../../support/home-assistant.js';
import { testCheck, testFiles } from '../../support/test-check.js';

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

const files = (version: string, provider = false, password = false) => ({
  'home-assistant.config-auth': authOf({ type: 'homeassistant' }, ...(provider ? [{ type: 'legacy_api_password' }] : [])),
  'home-assistant.config-http': httpOf({ version, apiPassword: { set: password } }),
});

testFiles(check, {
  fail: [
    { name: 'listed', facts: files('2024.3.3', true) },
    { name: 'listed, release not known', facts: files('', true) },
    { name: 'under http: of old', facts: files('0.70.0', false, true) },
  ],
  pass: [
    { name: 'not listed', facts: files('2024.3.3') },
    { name: 'listed, but the release skips it', facts: files('2025.4.4', true), because: 'skips it' },
  ],
  'not-applicable': [{ name: 'no password at all', facts: files('0.70.0') }],
});
