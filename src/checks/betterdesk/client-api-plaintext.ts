import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/client-api-plaintext',
  title: 'The API for RustDesk clients is encrypted on its way',
  severity: 'high',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.client-api'],
  rationale: 'Every login of a RustDesk client sends name and password through it, often across the internet.',
  remediation: 'Put TLS in front of 21121 (or `HTTPS_ENABLED=true` with certificate and key) and enter the https address in the clients.',
  references: ['https://rustdesk.com/docs/en/self-host/client-configuration/'],
  mapping: { cwe: [319] },

  evaluate({ 'betterdesk-console.client-api': { status } }, { exposure, subject }) {
    const exhibit = saw(
      'betterdesk-console.client-api',
      `GET /api/server-key answered ${status} ${subject.tls ? 'inside' : 'without'} TLS`,
    );
    if (subject.tls) return pass('it speaks TLS', exhibit);
    return exposure === 'loopback' ? notApplicable('nothing crosses a network on loopback') : fail('it speaks plain HTTP', exhibit);
  },
});
