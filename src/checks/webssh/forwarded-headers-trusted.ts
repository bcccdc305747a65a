import { isDirect } from '../webssh-front.js';
import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/forwarded-headers-trusted',
  title: 'The application port does not believe forwarded headers of strangers',
  severity: 'high',
  subject: 'webssh',
  requires: ['http.root', 'webssh.forwarded-prefix'],
  rationale:
    'Five wrong logins a minute are allowed for each address, and that limit is the only brake: who can invent addresses has none.',
  remediation: 'Publish the port on loopback only (`127.0.0.1:5000:5000`) so that the proxy alone reaches it, or set `TRUSTED_PROXIES=0`.',
  references: ['https://werkzeug.palletsprojects.com/en/stable/middleware/proxy_fix/'],
  mapping: { cwe: [348, 290] },

  evaluate({ 'http.root': root, 'webssh.forwarded-prefix': { believed, location } }, { subject }) {
    if (!isDirect(root, subject)) return notApplicable('it was reached through a proxy: see webssh/forwarded-prefix-through-proxy');
    const exhibit = saw('webssh.forwarded-prefix', `X-Forwarded-Prefix: /porosity-probe, redirected to ${location}`);
    return believed ? fail('it believes forwarded headers from anybody', exhibit) : pass('it ignores forwarded headers', exhibit);
  },
});
