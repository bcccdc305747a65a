import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/onboarding-open',
  title: 'Somebody owns this Home Assistant',
  severity: 'critical',
  subject: 'home-assistant',
  requires: ['home-assistant.onboarding'],
  considers: ['home-assistant.providers'],
  files: {
    requires: ['home-assistant.config-onboarding'],
    evaluate({ 'home-assistant.config-onboarding': { done, owner, place } }, { subject }) {
      // Whether a server that tells nothing is the one of this folder cannot be known, and too much hangs on it.
      if (subject.port !== undefined) return unknown('the server itself has to show it');
      const exhibit = saw(
        'home-assistant.config-onboarding',
        `steps done: ${done?.join(', ') || 'none'}; owner: ${owner ?? 'not known'}`,
        place,
      );
      if (done?.includes('user') || owner) return pass('the owner account exists', exhibit);
      return owner === false
        ? fail('nobody has created the owner account yet', exhibit)
        : unknown('its list of users is not in the folder', exhibit);
    },
  },
  rationale: 'Until the owner account exists, whoever reaches the port first creates it and owns the house.',
  remediation: 'Open the page now and create the owner account, or take the machine off the network until you do.',
  references: ['https://www.home-assistant.io/getting-started/onboarding/'],
  mapping: { cwe: [306, 1188] },

  evaluate({ 'home-assistant.onboarding': { status, steps } }, _context, { 'home-assistant.providers': providers }) {
    const user = steps.find(({ step }) => step === 'user');
    const exhibit = saw('home-assistant.onboarding', `status ${status}, user step ${user ? (user.done ? 'done' : 'open') : 'not listed'}`);
    if (user) return user.done ? pass('the owner account exists', exhibit) : fail('nobody has created the owner account yet', exhibit);
    if (status !== 404) return unknown(`/api/onboarding answered ${status}`, exhibit);
    // The views are gone after the first start that follows the wizard; releases before accounts never had them.
    if (valueOf(providers)?.status === 404) return notApplicable('this release has no accounts yet');
    return pass('setup was finished before the last start', exhibit);
  },
});
