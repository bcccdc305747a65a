import check from '../../../src/checks/home-assistant/plain-http-public.js';
import { discovery } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';
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
