import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';

/** The flag alone does not show whether the form is open: a superuser may exist. */
const BY_FLAG = 70;

export default defineCheck({
  id: 'beszel/hub-first-run-flag',
  title: 'The hub does not say that nobody is registered',
  severity: 'high',
  subject: 'beszel-hub',
  requires: ['beszel-hub.first-run'],
  considers: ['beszel-hub.claim'],
  rationale: 'The flag is public. Where it is set, the next visitor probably becomes admin.',
  remediation: 'Register the first user now, from a host that you trust; `--active` shows whether somebody else still could.',
  references: ['https://beszel.dev/guide/getting-started'],
  mapping: { cwe: [306, 1188] },

  evaluate({ 'beszel-hub.first-run': { firstRun } }, _context, { 'beszel-hub.claim': claim }) {
    const exhibit = saw('beszel-hub.first-run', `firstRun: ${firstRun}`);
    if (!firstRun) return pass('a user is registered', exhibit);
    if (valueOf(claim)) return notApplicable('the form itself was asked, which says more');
    return failWith({ confidence: BY_FLAG }, 'it says that nobody is registered', exhibit);
  },
});
