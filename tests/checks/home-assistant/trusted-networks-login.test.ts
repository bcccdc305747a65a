import check from '../../../src/checks/home-assistant/trusted-networks-login.js';
import { discovery, forwarded, hello, providers } from '../../support/home-assistant-facts.js';
import { authOf, networkOf } from '../../support/home-assistant.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const listed = providers({ types: ['homeassistant', 'trusted_networks'] });
const login = (type: string, reason = '', users = 0) => ({ 'home-assistant.trusted-login': { type, reason, users } });

testCheck(check, {
  fail: [
    { name: 'a list of users to choose from', facts: { ...listed, ...login('form', '', 2) }, because: '2 users' },
    { name: 'logged in at once', facts: { ...listed, ...login('create_entry') }, because: 'without a question' },
    {
      name: 'a trusted network of 0.70',
      facts: { ...providers({ status: 404, types: [] }), ...hello('0.70.0', 'auth_ok'), ...discovery({ requiresPassword: true }) },
    },
  ],
  pass: [
    { name: 'not offered', facts: providers() },
    { name: 'listed before 2023.12, but not for us', facts: { ...listed, ...login('abort', 'not_allowed') } },
    { name: '0.70 asks for a password', facts: { ...providers({ status: 404, types: [] }), ...hello('0.70.0') } },
  ],
  unknown: [
    { name: 'offered, not tried in passive mode', facts: listed, because: 'not tried' },
    { name: 'a trusted proxy is never offered it', facts: { ...providers(), ...forwarded(200, 400) } },
    { name: 'onboarding is not finished', facts: { ...providers({ status: 400, types: [] }), ...hello() } },
  ],
});

const trusting = (...networks: string[]) => ({
  'home-assistant.config-auth': authOf(
    { type: 'homeassistant' },
    { type: 'trusted_networks', networks: networks.map(networkOf), bypassLogin: true },
  ),
});

testFiles(check, {
  fail: [{ name: 'a /16', facts: trusting('192.168.0.0/16') }],
  pass: [{ name: 'no such provider', facts: { 'home-assistant.config-auth': authOf({ type: 'homeassistant' }) } }],
  unknown: [{ name: 'single addresses', facts: trusting('10.66.0.5') }],
});
