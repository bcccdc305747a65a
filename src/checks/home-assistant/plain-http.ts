import { defineCheck, fail, failWith, notApplicable, pass, passWith, saw, unknown } from '../check.js';
import { hidden, sureness, written } from '../written.js';

export default defineCheck({
  id: 'home-assistant/plain-http',
  title: 'The frontend is encrypted on its way',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['http.root'],
  files: {
    requires: ['home-assistant.config-http'],
    evaluate({ 'home-assistant.config-http': http }, { subject }) {
      if (subject.port !== undefined) return unknown('the wire has to show it');
      const exhibit = written('home-assistant.config-http', 'ssl_certificate set', http.certificate);
      if (http.certificate.value) return passWith(sureness(http), 'a certificate is set', exhibit);
      return (
        hidden({ ssl_certificate: http.certificate }) ?? failWith(sureness(http), 'no certificate is set, so it speaks plain HTTP', exhibit)
      );
    },
  },
  rationale: 'Over plain HTTP everybody on the way reads passwords and tokens; whoever has a token has the house.',
  remediation:
    'Set `ssl_certificate` and `ssl_key` under `http:` in configuration.yaml, or put the NGINX SSL proxy add-on (app) or another TLS proxy in front; from outside use a VPN or Home Assistant Cloud.',
  references: ['https://www.home-assistant.io/docs/configuration/securing/', 'https://www.home-assistant.io/integrations/http/'],
  mapping: { cwe: [319], checklist: ['ha-2018/frontend-access'] },

  evaluate({ 'http.root': { status } }, { exposure, subject }) {
    if (subject.tls) return pass('it speaks TLS', saw('http.root', `status ${status} inside TLS`));
    const exhibit = saw('http.root', `status ${status} without TLS`);
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    if (exposure === 'public') return failWith({ severity: 'high' }, 'it speaks plain HTTP on a public address', exhibit);
    return fail('it speaks plain HTTP', exhibit);
  },
});
