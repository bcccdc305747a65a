import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';

const INFERRED = 90;

export default defineCheck({
  id: 'betterdesk/https-files-missing',
  title: 'A console that is set to HTTPS has its certificate',
  severity: 'high',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.login-page'],
  rationale:
    'Without the files it falls back to plain HTTP and says nothing, still with Secure cookies: nobody can log in, or everybody reads along.',
  remediation: 'Set `SSL_CERT_PATH` and `SSL_KEY_PATH` to files that the console may read, and look at the port again.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [319, 636] },

  evaluate({ 'betterdesk-console.login-page': { claimsHttps } }, { subject }) {
    if (subject.tls) return pass('it speaks TLS', saw('betterdesk-console.login-page', 'answered inside TLS'));
    if (!claimsHttps) return notApplicable('it is not set to HTTPS');
    const exhibit = saw('betterdesk-console.login-page', 'Strict-Transport-Security or a Secure cookie without TLS');
    return failWith({ confidence: INFERRED }, 'it means to speak HTTPS and speaks plain HTTP', exhibit);
  },
});
