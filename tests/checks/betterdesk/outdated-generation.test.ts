import check from '../../../src/checks/betterdesk/outdated-generation.js';
import { testCheck } from '../../support/test-check.js';

const pages = (keys: readonly string[], status: number, goVersion = '') => ({
  'betterdesk.health': { version: 'dev', keys: [...keys], certificateConfigured: false, peersTotal: 0, relayServers: 0 },
  'betterdesk.stats': { status, goVersion },
});

testCheck(check, {
  fail: [{ name: 'the pages of 2.x', facts: pages(['status', 'tls'], 200, 'go1.26.8') }],
  pass: [{ name: 'the pages of 3.x', facts: pages(['status', 'tls', 'connection', 'peers_udp'], 401) }],
  unknown: [
    { name: 'a proxy that hides the statistics of 2.x', facts: pages(['status', 'tls'], 403) },
    { name: 'marks of both', facts: pages(['connection'], 200, 'go1.26.8') },
  ],
});
