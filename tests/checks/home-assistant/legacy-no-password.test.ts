import check from '../../../src/checks/home-assistant/legacy-no-password.js';
import { discovery, hello } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

const api = (status: number) => ({ 'home-assistant.api': { status } });

testCheck(check, {
  fail: [
    {
      name: '0.70 without api_password',
      facts: { ...hello('0.70.0', 'auth_ok'), ...discovery({ requiresPassword: false }), ...api(200) },
      because: 'everybody',
    },
    { name: 'not confirmed in passive mode', facts: { ...hello('0.70.0', 'auth_ok'), ...discovery({ requiresPassword: false }) } },
  ],
  pass: [
    { name: 'a current release', facts: hello() },
    {
      name: 'a trusted network of 0.70 with a password',
      facts: { ...hello('0.70.0', 'auth_ok'), ...discovery({ requiresPassword: true }), ...api(200) },
    },
  ],
  unknown: [{ name: 'another first frame', facts: hello('2025.4.4', 'hello') }],
});
