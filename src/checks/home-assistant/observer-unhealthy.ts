import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/observer-unhealthy',
  title: 'The Supervisor calls its installation healthy and supported',
  severity: 'medium',
  subject: 'home-assistant-observer',
  requires: ['home-assistant-observer.page'],
  rationale: 'An unhealthy or unsupported installation gets no updates, security fixes included, until the reason is gone.',
  remediation:
    'Follow the page of each reason under https://www.home-assistant.io/more-info/ (Settings > System > Repairs shows the same).',
  references: ['https://www.home-assistant.io/more-info/unhealthy/'],
  mapping: { cwe: [1104] },

  evaluate({ 'home-assistant-observer.page': { supervisor, unhealthy, unsupported } }) {
    const reasons = [...unhealthy.map((reason) => `unhealthy/${reason}`), ...unsupported.map((reason) => `unsupported/${reason}`)];
    const exhibit = saw('home-assistant-observer.page', `Supervisor ${supervisor}, reasons: ${reasons.join(', ') || 'none'}`);
    if (reasons.length > 0) return fail(`it names ${reasons.join(', ')}`, exhibit);
    if (supervisor !== 'connected') return unknown('the Supervisor does not answer its Observer', exhibit);
    return pass('it names no reason', exhibit);
  },
});
