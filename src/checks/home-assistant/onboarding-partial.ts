import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

/** In every release since 2021 (core: onboarding/const.py). */
const STEPS = ['user', 'core_config', 'analytics', 'integration'];

export default defineCheck({
  id: 'home-assistant/onboarding-partial',
  title: 'The setup wizard was finished',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['home-assistant.onboarding'],
  considers: ['home-assistant.providers'],
  files: {
    requires: ['home-assistant.config-onboarding'],
    evaluate({ 'home-assistant.config-onboarding': { done, place } }, { subject }) {
      if (subject.port !== undefined) return unknown('the server itself has to show it');
      if (!done?.includes('user')) return notApplicable('nobody owns it yet, or its file is not here');
      const open = STEPS.filter((step) => !done.includes(step));
      const exhibit = saw('home-assistant.config-onboarding', `steps done: ${done.join(', ')}`, place);
      return open.length > 0 ? fail(`the steps ${open.join(', ')} are still open`, exhibit) : pass('every step is done', exhibit);
    },
  },
  rationale: 'A half-finished setup is a system nobody looks after; its remaining steps stay open to whoever has the first account.',
  remediation: 'Log in with the owner account and complete the setup wizard.',
  references: ['https://www.home-assistant.io/getting-started/onboarding/'],
  mapping: { cwe: [1188] },

  evaluate({ 'home-assistant.onboarding': { status, steps } }, _context, { 'home-assistant.providers': providers }) {
    const open = steps.filter(({ done }) => !done).map(({ step }) => step);
    const exhibit = saw('home-assistant.onboarding', `status ${status}, open steps: ${open.join(', ') || 'none'}`);
    if (open.includes('user')) return notApplicable('nobody owns it yet, which is a finding of its own');
    if (open.length > 0) return fail(`the steps ${open.join(', ')} are still open`, exhibit);
    if (steps.length > 0) return pass('every step is done', exhibit);
    if (status !== 404) return unknown(`/api/onboarding answered ${status}`, exhibit);
    if (valueOf(providers)?.status === 404) return notApplicable('this release has no setup wizard');
    return pass('setup was finished before the last start', exhibit);
  },
});
