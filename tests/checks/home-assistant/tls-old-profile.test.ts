import check from '../../../src/checks/home-assistant/tls-old-profile.js';
import { httpOf } from '../../support/home-assistant.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

const MODERN = ['TLS_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256'];
const tls = (names: readonly string[], accepted = ['TLSv1.2', 'TLSv1.3']) => ({
  ...root(),
  'tls.protocols': { accepted, refused: [] },
  'tls.ciphers': { accepted: names.map((name) => ({ version: 'TLSv1.2', name })), weakSought: ['TLSv1.2'] },
});
const inside = { subject: { tls: true } };

testCheck(check, {
  fail: [
    { name: 'the profile intermediate: static RSA', facts: tls([...MODERN, 'TLS_RSA_WITH_AES_128_CBC_SHA']), ...inside },
    { name: 'CBC with SHA-1', facts: tls([...MODERN, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA']), ...inside },
    { name: 'an old version', facts: tls(MODERN, ['TLSv1.0', 'TLSv1.2']), ...inside },
  ],
  pass: [{ name: 'the profile modern, CBC with SHA-256 included', facts: tls(MODERN), ...inside }],
  'not-applicable': [
    { name: 'plain HTTP', facts: root() },
    { name: 'suites that no profile has: a proxy', facts: tls([...MODERN, 'TLS_RSA_WITH_ARIA_256_GCM_SHA384']), ...inside },
  ],
  unknown: [{ name: 'the suites were not seen', facts: root(), ...inside }],
});

testFiles(check, {
  fail: [
    {
      name: 'intermediate',
      facts: { 'home-assistant.config-http': httpOf({ certificate: { value: true }, sslProfile: { value: 'intermediate' } }) },
    },
  ],
  pass: [{ name: 'the default', facts: { 'home-assistant.config-http': httpOf({ certificate: { value: true } }) } }],
  unknown: [
    {
      name: 'hidden',
      facts: { 'home-assistant.config-http': httpOf({ certificate: { value: true }, sslProfile: { value: null, unresolved: 'x' } }) },
    },
  ],
  'not-applicable': [
    { name: 'no certificate', facts: { 'home-assistant.config-http': httpOf({ sslProfile: { value: 'intermediate' } }) } },
  ],
});
