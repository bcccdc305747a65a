import check from '../../../src/checks/home-assistant/plain-http-public.js';
import { discovery } from '../../support/home-assistant-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

const url = (externalUrl: string) => ({ ...root(), ...discovery({ externalUrl }) });

testCheck(check, {
  fail: [
    { name: 'an external URL without TLS', facts: url('http://house.example:8123') },
    { name: 'a public address without TLS', facts: root(), context: { exposure: 'public' } },
  ],
  pass: [
    { name: 'an external URL with TLS', facts: url('https://house.example') },
    { name: 'a public address with TLS', facts: root(), context: { exposure: 'public' }, subject: { tls: true } },
  ],
  'not-applicable': [{ name: 'a private address and no URL', facts: root() }],
});

const urls = (external: { value: string | null; unresolved?: string }) => ({
  'home-assistant.config-urls': { external, internal: { value: null } },
});

testFiles(check, {
  fail: [
    { name: 'http://', facts: urls({ value: 'http://harbour.example:8123' }) },
    { name: 'beside a server on a private address', facts: urls({ value: 'http://harbour.example:8123' }), subject: { port: 8123 } },
  ],
  pass: [{ name: 'https://', facts: urls({ value: 'https://harbour.example' }) }],
  unknown: [{ name: 'hidden', facts: urls({ value: null, unresolved: 'x' }) }],
  'not-applicable': [{ name: 'none', facts: urls({ value: null }) }],
});
