import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/metrics-public',
  title: 'The metrics ask for credentials',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.metrics'],
  rationale: 'They tell everybody how many devices there are, how many are online, and when a remote session runs.',
  remediation:
    'Update to 3.5 or later and leave `METRICS_PUBLIC` unset; before that no setting closes `/metrics`: keep 21114 off the network.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [200, 306] },

  evaluate({ 'betterdesk.metrics': { status, ours } }) {
    const exhibit = saw('betterdesk.metrics', `GET /metrics answered ${status}`);
    return status === 200 && ours ? fail('everybody reads them', exhibit) : pass('they are not shown to strangers', exhibit);
  },
});
