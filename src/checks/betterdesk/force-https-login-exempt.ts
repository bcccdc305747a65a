import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/force-https-login-exempt',
  title: 'FORCE_HTTPS stands on a port that speaks TLS',
  severity: 'info',
  subject: 'betterdesk',
  requires: ['betterdesk.protected'],
  rationale: 'Alone it refuses the protected pages over plain HTTP and takes logins all the same, so passwords still cross in clear.',
  remediation:
    'Set `TLS_API=Y` with `TLS_CERT` and `TLS_KEY` beside `FORCE_HTTPS=Y`; any client satisfies it by claiming `X-Forwarded-Proto: https`.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [319] },

  evaluate({ 'betterdesk.protected': { status, error } }, { subject }) {
    const exhibit = saw('betterdesk.protected', `GET /api/peers answered ${status}${error ? `: ${error}` : ''}`);
    if (status === 403 && error === 'HTTPS required') return fail('it wants HTTPS and offers none here', exhibit);
    return subject.tls ? pass('the port speaks TLS', exhibit) : notApplicable('FORCE_HTTPS is not set');
  },
});
