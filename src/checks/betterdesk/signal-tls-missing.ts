import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/signal-tls-missing',
  title: 'Signal and relay offer TLS',
  severity: 'low',
  subject: 'betterdesk',
  requires: ['rustdesk.tls'],
  rationale: 'Inside TLS nobody on the way sees which devices talk to each other, and a client can tell the server by its certificate.',
  remediation:
    'Set `TLS_SIGNAL=Y` and `TLS_RELAY=Y` with `TLS_CERT` and `TLS_KEY` (exactly `Y`). Know the price on 2.x: a connection that says nothing then halts the port, so put a front with time-outs before it.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [319] },

  evaluate({ 'rustdesk.tls': { offered, version } }, { exposure }) {
    if (offered) return pass('it offers TLS', saw('rustdesk.tls', `a handshake ended in ${version}`));
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    return fail('it knows no TLS', saw('rustdesk.tls', 'no ServerHello to a ClientHello'));
  },
});
