import check from '../../../src/checks/betterdesk/go-api-plaintext.js';
import { testCheck } from '../../support/test-check.js';

const health = (over: object = {}) => ({
  'betterdesk.health': {
    version: 'dev',
    keys: ['status', 'version'],
    certificateConfigured: false,
    peersTotal: 0,
    relayServers: 0,
    ...over,
  },
});

testCheck(check, {
  fail: [{ name: 'plain HTTP, although a certificate is set', facts: health({ certificateConfigured: true }) }],
  pass: [{ name: 'inside TLS', facts: health(), subject: { tls: true } }],
  'not-applicable': [{ name: 'on loopback', facts: health(), context: { exposure: 'loopback' as const } }],
});
