import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-plaintext-http',
  title: 'The way to the hub is encrypted',
  severity: 'high',
  subject: 'beszel-hub',
  requires: ['http.root'],
  rationale: 'Over plain HTTP everybody on the way reads passwords, sessions of five days, and the tokens of the agents.',
  remediation:
    'Put a TLS proxy in front, or start the hub with a domain (`beszel serve your.domain` fetches a certificate), and publish port 8090 on 127.0.0.1 alone (compose: `127.0.0.1:8090:8090`). Set `APP_URL` to the https address.',
  references: ['https://beszel.dev/guide/reverse-proxy', 'https://pocketbase.io/docs/going-to-production/'],
  mapping: { cwe: [319] },

  evaluate({ 'http.root': { status } }, { exposure, subject }) {
    if (subject.tls) return pass('it is reached through TLS', saw('http.root', `status ${status} inside TLS`));
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    return fail('it speaks plain HTTP', saw('http.root', `status ${status} without TLS`));
  },
});
