import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'http/open-proxy',
  title: 'The server fetches no foreign URLs for strangers',
  severity: 'high',
  subject: 'http',
  requires: ['http.proxy'],
  rationale: 'An open proxy reaches what only the server can reach, the router and other machines included, and hides who asked.',
  remediation:
    'Turn forward proxying off (Apache: `ProxyRequests Off`; Squid: `http_access deny all` after your own rules; nginx: no variable taken from the request in `proxy_pass`), or let only known clients use it.',
  references: ['https://httpd.apache.org/docs/2.4/mod/mod_proxy.html#access', 'https://cwe.mitre.org/data/definitions/441.html'],
  mapping: { cwe: [441, 918] },

  evaluate({ 'http.proxy': { forwards, saw: what } }) {
    const exhibit = saw('http.proxy', what);
    return forwards ? fail('it fetched a URL that we made up, from a listener of ours', exhibit) : pass(what, exhibit);
  },
});
