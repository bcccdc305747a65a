import { isBefore, parseCoreVersion, SECURITY_HEADERS_SINCE } from '../../knowledge/home-assistant.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';
import { hidden, sureness, written } from '../written.js';

export default defineCheck({
  id: 'home-assistant/frame-options-off',
  title: 'Other web sites cannot show Home Assistant in a frame',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['http.root'],
  considers: ['home-assistant.websocket-hello', 'home-assistant.providers'],
  files: {
    requires: ['home-assistant.config-http'],
    evaluate({ 'home-assistant.config-http': http }, { subject }) {
      const exhibit = written('home-assistant.config-http', 'use_x_frame_options', http.useXFrameOptions);
      if (http.useXFrameOptions.value === false) return failWith(sureness(http), 'the header is turned off', exhibit);
      // On the wire a proxy may take the header away: what it shows counts.
      if (subject.port !== undefined) return unknown('whether the header arrives shows on the wire alone');
      const version = parseCoreVersion(http.version);
      if (!version) return unknown('its version is not known, and with it whether it sends the header');
      if (isBefore(version, SECURITY_HEADERS_SINCE))
        return notApplicable(`releases before ${SECURITY_HEADERS_SINCE} never send the header`);
      return hidden({ use_x_frame_options: http.useXFrameOptions }) ?? pass('the header is on', exhibit);
    },
  },
  rationale: 'A page that frames the dashboard can make its owner click where they do not mean to (clickjacking).',
  remediation: 'Under `http:` in configuration.yaml remove `use_x_frame_options: false`, unless a dashboard is embedded on purpose.',
  references: ['https://www.home-assistant.io/integrations/http/#use_x_frame_options'],
  mapping: { cwe: [1021] },

  evaluate({ 'http.root': { status, headers } }, _context, considered) {
    // Answers from outside the application (400, 403 of a ban) lack the header in every release.
    if (status >= 400) return unknown(`the page itself was not shown (status ${status})`);
    const policy = headers['content-security-policy'] ?? '';
    const shown = headers['x-frame-options'] || (policy.includes('frame-ancestors') ? policy : '');
    const exhibit = saw('http.root', `X-Frame-Options: ${shown || '(none)'}`);
    if (shown) return pass('it forbids foreign frames', exhibit);
    const version = parseCoreVersion(valueOf(considered['home-assistant.websocket-hello'])?.version ?? '');
    const late = (valueOf(considered['home-assistant.providers'])?.local ?? null) !== null;
    if (!version && !late) return unknown('its version is not known, and with it whether it sends the header', exhibit);
    if (version && isBefore(version, SECURITY_HEADERS_SINCE)) {
      return notApplicable(`releases before ${SECURITY_HEADERS_SINCE} never send the header`);
    }
    return fail('it may be framed by any page', exhibit);
  },
});
