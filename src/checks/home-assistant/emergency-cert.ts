import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

const EMERGENCY = 'Home Assistant Emergency Certificate';

export default defineCheck({
  id: 'home-assistant/emergency-cert',
  title: 'Home Assistant runs with the certificate that its owner chose',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['http.root'],
  considers: ['tls.certificate'],
  rationale: 'The emergency certificate means recovery mode: the configured one is unusable, and automations, alarms included, do not run.',
  remediation:
    'Repair the files named by `ssl_certificate` and `ssl_key` under `http:` in configuration.yaml, then restart Home Assistant.',
  references: ['https://www.home-assistant.io/integrations/recovery_mode/'],
  mapping: { cwe: [295, 755] },

  evaluate(_facts, { subject }, { 'tls.certificate': certificate }) {
    if (!subject.tls) return notApplicable('it does not speak TLS itself');
    if (!certificate?.ok) return unknown(`its certificate was not seen: ${certificate?.failure.detail ?? 'not looked at'}`);
    const exhibit = saw('tls.certificate', certificate.value.subject);
    if (certificate.value.subject.includes(EMERGENCY)) return fail('it is in recovery mode, with an emergency certificate', exhibit);
    return pass('the certificate is not the emergency one', exhibit);
  },
});
