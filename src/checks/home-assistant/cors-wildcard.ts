import { defineCheck, fail, failWith, pass, passWith, saw, unknown } from '../check.js';
import { hidden, sureness, written } from '../written.js';

export default defineCheck({
  id: 'home-assistant/cors-wildcard',
  title: 'Foreign web pages may not talk to the API',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.cors'],
  files: {
    requires: ['home-assistant.config-http'],
    evaluate({ 'home-assistant.config-http': http }) {
      const exhibit = written('home-assistant.config-http', 'cors_allowed_origins', http.corsAllowedOrigins);
      if (http.corsAllowedOrigins.value?.includes('*')) return failWith(sureness(http), 'every origin is allowed', exhibit);
      return (
        hidden({ cors_allowed_origins: http.corsAllowedOrigins }) ?? passWith(sureness(http), 'only named origins are allowed', exhibit)
      );
    },
  },
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
