import check from '../../../src/checks/betterdesk/signal-tls-missing.js';
import { beside } from '../../support/neighbouring.js';
import { testCheck } from '../../support/test-check.js';

const tls = (offered: boolean) => ({ 'rustdesk.tls': { offered, version: offered ? 'TLSv1.3' : '', certificate: null } });

testCheck(check, {
  fail: [
    { name: 'no ServerHello', facts: tls(false), subject: { port: 21116 } },
    { name: 'a relay alone on its host', facts: tls(false), subject: { port: 21117 } },
  ],
  pass: [{ name: 'a handshake', facts: tls(true), subject: { port: 21116 } }],
  unknown: [
    {
      name: 'a relay whose signal port is mute',
      facts: tls(false),
      subject: { port: 21117 },
      context: { neighbours: [beside('port', 21116, {})] },
    },
  ],
  'not-applicable': [{ name: 'on loopback', facts: tls(false), context: { exposure: 'loopback' as const } }],
});
