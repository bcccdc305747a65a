import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/go-api-plaintext',
  title: 'The management API is encrypted on its way',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.health'],
  rationale: 'API keys and tokens go along with every request: over plain HTTP everybody on the way reads them.',
  remediation:
    'Set `TLS_API=Y` with `TLS_CERT` and `TLS_KEY` for the server (exactly `Y`: other words do nothing), or keep 21114 off the network.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [319] },

  evaluate({ 'betterdesk.health': { certificateConfigured } }, { exposure, subject }) {
    if (subject.tls) return pass('it speaks TLS', saw('betterdesk.health', 'answered inside TLS'));
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    const exhibit = saw('betterdesk.health', `answered without TLS, certificate set: ${certificateConfigured ? 'yes' : 'no'}`);
    return fail('it speaks plain HTTP', exhibit);
  },
});
