import { isDirect } from '../webssh-front.js';
import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/forwarded-prefix-through-proxy',
  title: 'The proxy overwrites the forwarded headers of its visitors',
  severity: 'medium',
  subject: 'webssh',
  requires: ['http.root', 'webssh.forwarded-prefix'],
  rationale: 'WebSSH believes what its proxy sends. A header that the proxy hands on from a visitor leads links and redirects astray.',
  remediation:
    'Let the proxy set or blank every X-Forwarded header, X-Forwarded-Prefix included: in nginx `proxy_set_header X-Forwarded-Prefix "";`.',
  references: ['https://werkzeug.palletsprojects.com/en/stable/middleware/proxy_fix/'],
  mapping: { cwe: [348] },

  evaluate({ 'http.root': root, 'webssh.forwarded-prefix': { believed, location } }, { subject }) {
    if (isDirect(root, subject)) return notApplicable('no proxy was met: see webssh/forwarded-headers-trusted');
    const exhibit = saw('webssh.forwarded-prefix', `X-Forwarded-Prefix: /porosity-probe, redirected to ${location}`);
    if (!believed) return pass('a prefix of ours did not come through', exhibit);
    // Proxies that hand this header on commonly set X-Forwarded-For themselves: only the prefix is proven.
    return failWith({ confidence: 90 }, "it hands a visitor's X-Forwarded-Prefix on", exhibit);
  },
});
