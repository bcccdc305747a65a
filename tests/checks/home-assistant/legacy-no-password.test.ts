import check from '../../../src/checks/home-assistant/legacy-no-password.js';
import { discovery, hello, providers } from '../../support/home-assistant-facts.js';
import { httpOf } from '../../support/home-assistant.js';
import { testCheck, testFiles } from '../../support/test-check.js';

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
    { name: 'a proxy without WebSocket, but accounts', facts: providers() },
    {
      name: 'a trusted network of 0.70 with a password',
      facts: { ...hello('0.70.0', 'auth_ok'), ...discovery({ requiresPassword: true }), ...api(200) },
    },
  ],
  unknown: [
    { name: 'another first frame', facts: hello('2025.4.4', 'hello') },
    { name: 'no login methods seen', facts: providers({ status: 404, types: [] }) },
  ],
});

testFiles(check, {
  fail: [{ name: 'none set', facts: { 'home-assistant.config-http': httpOf({ version: '0.70.0' }) } }],
  pass: [{ name: 'one set', facts: { 'home-assistant.config-http': httpOf({ version: '0.70.0', apiPassword: { set: true } }) } }],
  'not-applicable': [{ name: 'a release with accounts', facts: { 'home-assistant.config-http': httpOf() } }],
});
