import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

const isOn = (said: { readonly value: string | null } | undefined): boolean => /^y$/i.test(said?.value ?? '');

export default defineCheck({
  id: 'betterdesk/force-https-login-exempt',
  title: 'FORCE_HTTPS stands on a port that speaks TLS',
  severity: 'info',
  subject: 'betterdesk',
  requires: ['betterdesk.protected'],
  files: {
    requires: ['betterdesk.config-settings'],
    evaluate({ 'betterdesk.config-settings': { settings } }) {
      const { FORCE_HTTPS: forced, TLS_API: api } = settings;
      if (!isOn(forced)) return (forced && hidden({ FORCE_HTTPS: forced })) ?? notApplicable('FORCE_HTTPS is not on');
      const exhibit = written('betterdesk.config-settings', 'FORCE_HTTPS', forced!);
      if (isOn(api)) return pass('TLS_API is on, too', exhibit, written('betterdesk.config-settings', 'TLS_API', api!));
      return (api && hidden({ TLS_API: api })) ?? fail('it is on without TLS_API', exhibit);
    },
  },
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
