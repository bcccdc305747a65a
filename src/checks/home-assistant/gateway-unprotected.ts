import { defineCheck, fail, passWith, saw, unknown } from '../check.js';

const REASON = 'docker_gateway_unprotected';

export default defineCheck({
  id: 'home-assistant/gateway-unprotected',
  title: 'Endpoints inside the machine cannot be reached through its Docker gateway (CVE-2026-34205)',
  severity: 'critical',
  subject: 'home-assistant-observer',
  requires: ['home-assistant-observer.page'],
  rationale:
    'Add-ons (apps) trust whoever reaches 172.30.32.1. Without the firewall rules of the Supervisor that is everybody on the network.',
  remediation:
    'Update the Supervisor to 2026.03.2 or later and Home Assistant OS beyond 17.1; until then stop add-ons (apps) that use the host network.',
  references: ['https://www.cve.org/CVERecord?id=CVE-2026-34205'],
  mapping: { cwe: [923, 306] },

  evaluate({ 'home-assistant-observer.page': { supervisor, unhealthy } }) {
    const exhibit = saw('home-assistant-observer.page', `Supervisor ${supervisor}, unhealthy: ${unhealthy.join(', ') || 'no reason'}`);
    if (unhealthy.includes(REASON)) return fail(`the Supervisor says ${REASON}`, exhibit);
    if (supervisor !== 'connected') return unknown('the Supervisor does not answer its Observer', exhibit);
    // Releases before the fix do not know the reason either.
    return passWith({ confidence: 50 }, 'the Supervisor does not name the problem', exhibit);
  },
});
