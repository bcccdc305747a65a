import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/stats-public',
  title: 'The server statistics ask for credentials',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.stats'],
  rationale: 'Operating system, compiler version, memory and numbers of devices help whoever looks for a way in.',
  remediation: 'Update to 3.5 or later, where `/api/server/stats` wants a login; until then keep 21114 off the network.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [200, 306] },

  evaluate({ 'betterdesk.stats': { status, goVersion } }) {
    const exhibit = saw('betterdesk.stats', `GET /api/server/stats answered ${status}${goVersion ? `, built with ${goVersion}` : ''}`);
    return status === 200 && goVersion ? fail('everybody reads them', exhibit) : pass('they are not shown to strangers', exhibit);
  },
});
