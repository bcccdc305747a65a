import check from '../../../src/checks/home-assistant/user-list-leak.js';
import { hello, providers } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

/** The shape of the answer up to 2023.12. */
const array = providers({ local: null });

const written = (version: string) => ({ 'home-assistant.config-version': { version, place: { file: '.HA_VERSION' } } });

testCheck(check, {
  fail: [
    { name: 'an affected release, by its files', facts: written('2023.12.2') },
    { name: 'names seen', facts: { ...hello('2023.12.1'), ...providers({ namedUsers: 2, local: null }) }, because: 'before any login' },
    { name: 'an affected release, names not seen', facts: { ...hello('2023.12.0b3'), ...array } },
  ],
  pass: [
    { name: 'fixed', facts: { ...hello('2023.12.3'), ...array } },
    { name: 'before it came', facts: { ...hello('2023.11.3'), ...array } },
    { name: 'a later release, by the shape of its answer', facts: providers() },
    { name: 'another release, by its files', facts: written('2025.4.4') },
  ],
  unknown: [
    { name: 'a version that is none', facts: { ...hello('dev'), ...array } },
    { name: 'no version', facts: array },
  ],
});
