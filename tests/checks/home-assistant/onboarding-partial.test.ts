import check from '../../../src/checks/home-assistant/onboarding-partial.js';
import { onboarding, providers } from '../../support/home-assistant-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'owner created, wizard open', facts: onboarding(['user', true], ['analytics', false]), because: 'analytics' }],
  pass: [
    { name: 'every step done, not restarted', facts: onboarding(['user', true], ['analytics', true]) },
    { name: 'restarted since', facts: { ...onboarding(), ...providers() } },
  ],
  'not-applicable': [
    { name: 'nobody owns it', facts: onboarding(['user', false], ['analytics', false]) },
    { name: '0.70 has no wizard', facts: { ...onboarding(), ...providers({ status: 404, types: [] }) } },
  ],
  unknown: [{ name: 'an error', facts: { 'home-assistant.onboarding': { status: 500, steps: [] } } }],
});

const stored = (done: string[] | null) => ({ 'home-assistant.config-onboarding': { done, owner: true } });

testFiles(check, {
  fail: [{ name: 'one step is open', facts: stored(['user', 'core_config', 'analytics']), because: 'integration' }],
  pass: [{ name: 'all done', facts: stored(['user', 'core_config', 'analytics', 'integration']) }],
  'not-applicable': [{ name: 'nobody owns it', facts: stored(null) }],
});
