import check from '../../../src/checks/tls/hostname-mismatch.js';
import { testCheck } from '../../support/test-check.js';
import { certificate } from '../../support/tls-facts.js';

const called = (name: string, names?: string[]) => ({
  name: `${name} in ${names?.join(', ') ?? 'the usual names'}`,
  facts: certificate(names ? { names } : {}),
  subject: { target: { name, address: '192.0.2.1' } },
});

testCheck(check, {
  pass: [called('box.lan'), called('BOX.lan.'), called('www.box.lan'), called('box.lan', ['BOX.LAN'])],
  fail: [
    called('other.lan'),
    called('a.b.box.lan'),
    called('box.lan', ['*.box.lan']),
    called('box.lan', ['*.lan']),
    called('box.lan', []),
    called('box.lan', ['192.0.2.1']),
  ],
  'not-applicable': [called('192.0.2.1'), called('2001:db8::1'), called('fe80::1%eth0')],
});
