import check from '../../../src/checks/home-assistant/onboarding-open.js';
import { onboarding, providers } from '../../support/home-assistant-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a fresh install', facts: onboarding(['user', false], ['core_config', false]) }],
  pass: [
    { name: 'restarted since', facts: { ...onboarding(), ...providers() } },
    { name: 'owner created, wizard open', facts: onboarding(['user', true], ['core_config', false]) },
  ],
  'not-applicable': [{ name: '0.70 has no accounts', facts: { ...onboarding(), ...providers({ status: 404, types: [] }) } }],
  unknown: [{ name: 'the landing page asks for a token', facts: { 'home-assistant.onboarding': { status: 401, steps: [] } } }],
});

const stored = (done: string[] | null, owner: boolean | null) => ({ 'home-assistant.config-onboarding': { done, owner } });

testFiles(check, {
  fail: [{ name: 'no owner in the list of users', facts: stored(null, false) }],
  pass: [
    { name: 'the step is done', facts: stored(['user'], null) },
    { name: 'an owner in the list of users', facts: stored(null, true) },
  ],
  unknown: [
    { name: 'neither list is there', facts: stored([], null) },
    { name: 'beside a server that shows nothing', facts: stored(['user'], true), subject: { port: 8123 } },
  ],
});
