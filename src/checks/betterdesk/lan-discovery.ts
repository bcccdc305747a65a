import { defineCheck, fail, failWith, notApplicable, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'betterdesk/lan-discovery',
  title: 'LAN discovery tells nothing about the server',
  severity: 'info',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.lan-discovery'],
  rationale:
    'It hands version, key and internal addresses to everybody who asks, and sends about five times what it was sent: from a public address it floods others for whoever forges their address.',
  remediation: 'The console has no switch for it: block UDP 21119 from outside the LAN, and do not publish it from the container.',
  references: [
    'https://github.com/UNITRONIX/BetterDesk',
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
  ],
  mapping: { cwe: [200, 406] },

  evaluate({ 'betterdesk-console.lan-discovery': { answer, askedBytes, bytes, version, addresses } }, { exposure }) {
    if (answer === 'closed') return notApplicable('there is no LAN discovery');
    // Switched off, behind a firewall, or a datagram that got lost: silence is all the same over UDP.
    if (answer === 'silent') return unknown('one question over UDP got no answer', saw('betterdesk-console.lan-discovery', 'no answer'));
    if (exposure === 'loopback') return notApplicable('it was asked on loopback');
    const words = `${bytes} bytes to ${askedBytes}: version ${version || 'not named'}, ${addresses} address${addresses === 1 ? '' : 'es'}`;
    const exhibit = saw('betterdesk-console.lan-discovery', words);
    if (exposure === 'public') return failWith({ severity: 'medium' }, 'it answers the whole internet', exhibit);
    return fail('it introduces the server to whoever asks', exhibit);
  },
});
