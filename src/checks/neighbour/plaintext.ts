import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'neighbour/plaintext',
  title: 'The editors and dashboards beside Home Assistant are reached through TLS',
  severity: 'medium',
  subject: 'neighbour',
  requires: ['http.root'],
  rationale: 'Over plain HTTP everybody on the way reads the password, and what it opens.',
  remediation: 'Put a proxy with TLS in front (the NGINX add-on (app), nginx or Caddy), and bind the program itself to 127.0.0.1.',
  references: ['https://developer.mozilla.org/docs/Web/Security/Practical_implementation_guides/TLS'],
  mapping: { cwe: [319] },

  evaluate({ 'http.root': { status } }, { subject, exposure }) {
    if (subject.tls) return pass('it is reached through TLS', saw('http.root', `status ${status} inside TLS`));
    if (exposure === 'loopback') return notApplicable('seen on a loopback address, where nothing passes over a network');
    return fail('it speaks plain HTTP on the network', saw('http.root', `status ${status} over plain HTTP`));
  },
});
