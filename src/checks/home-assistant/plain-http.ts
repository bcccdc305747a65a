import { defineCheck, fail, failWith, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/plain-http',
  title: 'The frontend is encrypted on its way',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['http.root'],
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
