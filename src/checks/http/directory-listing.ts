import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

/** Apache and nginx; Python's http.server; Caddy, lighttpd and others write the same; Jetty. */
const LISTING = /^(Index of \/|Directory listing for \/|Directory: \/|Listing directory \/)/i;

export default defineCheck({
  id: 'http/directory-listing',
  title: 'The server does not list its files to everybody',
  severity: 'low',
  subject: 'http',
  requires: ['http.final'],
  rationale: 'A listing hands out what nobody linked: backups, configuration, keys.',
  remediation: 'nginx: `autoindex off;`, Apache: `Options -Indexes`; or serve a folder that holds nothing but what is meant for everybody.',
  references: ['https://nginx.org/en/docs/http/ngx_http_autoindex_module.html', 'https://cwe.mitre.org/data/definitions/548.html'],
  mapping: { cwe: [548] },

  evaluate({ 'http.final': { status, title, path } }) {
    if (status !== 200) return notApplicable(`it shows no page (status ${status})`);
    const exhibit = saw('http.final', `title "${title}" on ${path}`);
    return LISTING.test(title) ? fail('its first page lists a folder', exhibit) : pass('its first page is no listing', exhibit);
  },
});
