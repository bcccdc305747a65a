import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

const HSTS = 'strict-transport-security';

export default defineCheck({
  id: 'webssh/hsts-over-tls',
  title: 'Browsers are told to come back through TLS only',
  severity: 'low',
  subject: 'webssh',
  requires: ['webssh.login'],
  rationale:
    'Without HSTS a browser can be led to plain HTTP. Over plain HTTP the header means nothing, though WebSSH sends it there, too.',
  remediation: 'Let the header of WebSSH through the proxy, or add `Strict-Transport-Security: max-age=31536000` there.',
  references: ['https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security'],
  mapping: { cwe: [319] },

  evaluate({ 'webssh.login': { headers } }, { subject }) {
    if (!subject.tls) return notApplicable('browsers ignore HSTS over plain HTTP: see webssh/plaintext');
    const value = headers[HSTS];
    return value
      ? pass('HSTS is there', saw('webssh.login', `${HSTS}: ${value}`))
      : fail('HSTS is missing', saw('webssh.login', `no ${HSTS}`));
  },
});
