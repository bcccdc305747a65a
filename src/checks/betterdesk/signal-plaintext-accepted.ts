import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/signal-plaintext-accepted',
  title: 'The signal port insists on encryption',
  severity: 'low',
  subject: 'betterdesk',
  requires: ['rustdesk.key-exchange'],
  rationale:
    'The server offers a key exchange and then serves clients that ignore it, with TLS on as well: that signalling is encrypted is the choice of each client.',
  remediation:
    'No setting of the server refuses plain text (`ENCRYPTED_ONLY` is read by nothing): confine 21116 to the networks of your clients, and give every client the key of the server.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [319] },

  evaluate({ 'rustdesk.key-exchange': { plainAnswered } }, { exposure }) {
    const exhibit = saw('rustdesk.key-exchange', `a plain HealthCheck was ${plainAnswered ? 'echoed' : 'left unanswered'} after the key`);
    if (!plainAnswered) return pass('a plain question gets no answer', exhibit);
    return exposure === 'loopback' ? notApplicable('nothing crosses a network on loopback') : fail('it answers in plain text', exhibit);
  },
});
