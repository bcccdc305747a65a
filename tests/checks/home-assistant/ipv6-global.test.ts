import check from '../../../src/checks/home-assistant/ipv6-global.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

const at = (address: string) => ({ target: { name: 'box.lan', address } });

testCheck(check, {
  fail: [{ name: 'a global address', facts: root(), subject: at('2001:db8::7'), context: { exposure: 'public' } }],
  pass: [{ name: 'a unique local address', facts: root(), subject: at('fd00::7') }],
  'not-applicable': [{ name: 'IPv4', facts: root(), subject: at('198.51.100.7'), context: { exposure: 'public' } }],
});
