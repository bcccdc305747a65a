import check from '../../../src/checks/home-assistant/user-list-leak.js';
import { hello, providers } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'names seen', facts: { ...hello('2023.12.1'), ...providers({ namedUsers: 2 }) }, because: 'before any login' },
    { name: 'an affected release, names not seen', facts: { ...hello('2023.12.0b3'), ...providers({ status: 400 }) } },
  ],
  pass: [
    { name: 'fixed', facts: { ...hello('2023.12.3'), ...providers() } },
    { name: 'before it came', facts: { ...hello('2023.11.3'), ...providers() } },
    { name: 'by version alone', facts: hello() },
  ],
  unknown: [{ name: 'a version that is none', facts: { ...hello('dev'), ...providers() } }],
});
