import check from '../../../src/checks/neighbour/plaintext.js';
import { testCheck } from '../../support/test-check.js';

const facts = { 'http.root': { status: 200, server: '', title: 'Node-RED', headers: {}, location: '', bodyExcerpt: '' } };

testCheck(check, {
  fail: [{ name: 'on the network', facts, subject: { tls: false } }],
  pass: [{ name: 'inside TLS', facts, subject: { tls: true } }],
  'not-applicable': [{ name: 'on loopback', facts, subject: { tls: false }, context: { exposure: 'loopback' } }],
});
