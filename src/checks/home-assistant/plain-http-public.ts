import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'home-assistant/plain-http-public',
  title: 'Remote access goes over TLS',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['http.root'],
  considers: ['home-assistant.discovery'],
  files: {
    requires: ['home-assistant.config-urls'],
    evaluate({ 'home-assistant.config-urls': { external } }) {
      const exhibit = written('home-assistant.config-urls', 'external_url', external);
      if (external.value?.startsWith('http://')) return fail('its external URL is plain HTTP', exhibit);
      if (external.value) return pass('its external URL is HTTPS', exhibit);
      return hidden({ external_url: external }) ?? notApplicable('no external URL is set');
    },
  },
  rationale: 'An external URL that starts with http:// sends passwords and tokens in the clear across the Internet.',
  remediation:
    'Put TLS, Home Assistant Cloud or a VPN in front, then set `external_url: https://…` under `homeassistant:` in configuration.yaml (or Settings > System > Network).',
  references: ['https://www.home-assistant.io/docs/configuration/remote/'],
  mapping: { cwe: [319], checklist: ['ha-2018/frontend-access'] },

  evaluate({ 'http.root': { status } }, { exposure, subject }, { 'home-assistant.discovery': discovery }) {
    const url = valueOf(discovery)?.externalUrl ?? '';
    const said = saw('home-assistant.discovery', `external_url ${url}`);
    if (url.startsWith('http://')) return fail('its external URL is plain HTTP', said);
    if (exposure === 'public' && !subject.tls)
      return fail('a public address speaks plain HTTP', saw('http.root', `status ${status} without TLS`));
    if (url.startsWith('https://')) return pass('its external URL is HTTPS', said);
    if (exposure === 'public') return pass('its public address speaks TLS', saw('http.root', `status ${status} inside TLS`));
    return notApplicable('no public address and no external URL are known');
  },
});
