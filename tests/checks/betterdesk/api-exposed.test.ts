import check from '../../../src/checks/betterdesk/api-exposed.js';
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
  fail: [{ name: 'it answers', facts: health(), because: 'outside the host' }],
  'not-applicable': [{ name: 'on loopback', facts: health(), context: { exposure: 'loopback' as const } }],
});
