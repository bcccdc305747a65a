import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'tls/expired',
  title: 'The certificate is valid today',
  severity: 'medium',
  subject: 'tls',
  requires: ['tls.certificate'],
  rationale: 'Clients refuse it, or their users learn to click warnings away; then they click away those of an attacker, too.',
  remediation:
    'Renew the certificate and make the renewal automatic (Caddy does so by itself; `certbot renew` or acme.sh from a timer; the Let’s Encrypt add-on (app) on Home Assistant), then reload the server. If the dates look right, set the clock of the server.',
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5'],
  mapping: { cwe: [298] },

  evaluate({ 'tls.certificate': { validFrom, validTo } }, { now }) {
    const exhibit = saw('tls.certificate', `valid from ${validFrom} to ${validTo}`);
    if (now.getTime() > Date.parse(validTo)) return fail(`it ran out on ${validTo.slice(0, 10)}`, exhibit);
    if (now.getTime() < Date.parse(validFrom)) return fail(`it is not valid before ${validFrom.slice(0, 10)}`, exhibit);
    return pass(`it is valid until ${validTo.slice(0, 10)}`, exhibit);
  },
});
