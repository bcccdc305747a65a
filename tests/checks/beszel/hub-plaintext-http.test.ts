import check from '../../../src/checks/beszel/hub-plaintext-http.js';
import { testCheck } from '../../support/test-check.js';

const root = { 'http.root': { status: 200, server: '', title: 'Beszel', headers: {}, location: '', bodyExcerpt: '' } };

testCheck(check, {
  fail: [{ name: 'on a private address', facts: root, subject: { tls: false } }],
  pass: [{ name: 'inside TLS', facts: root, subject: { tls: true } }],
  'not-applicable': [{ name: 'on loopback', facts: root, context: { exposure: 'loopback' }, subject: { tls: false } }],
});
