import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/cors-wildcard',
  title: 'Foreign web pages may not talk to the API',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.cors'],
  rationale: 'With a wildcard every page that somebody at home opens can call the API of the house from their browser.',
  remediation: 'Under `http:` in configuration.yaml list exact origins in `cors_allowed_origins:` and remove `*`.',
  references: ['https://www.home-assistant.io/integrations/http/#cors_allowed_origins'],
  mapping: { cwe: [942] },

  evaluate({ 'home-assistant.cors': { status, allowedOrigin } }) {
    const exhibit = saw('home-assistant.cors', `preflight: status ${status}, Access-Control-Allow-Origin ${allowedOrigin || '(none)'}`);
    if (allowedOrigin) return fail('it allows an origin that nobody can have listed', exhibit);
    // 403: a list without our origin; 405: an empty list.
    if (status === 403 || status === 405) return pass('it does not allow an unlisted origin', exhibit);
    return unknown(`it answered the preflight with ${status}`, exhibit);
  },
});
