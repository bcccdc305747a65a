import { defineCheck, fail, failWith, notApplicable, pass, passWith, saw } from '../check.js';
import { hidden, written } from '../written.js';

const INFERRED = 90;

export default defineCheck({
  id: 'betterdesk/https-files-missing',
  title: 'A console that is set to HTTPS has its certificate',
  severity: 'high',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.login-page'],
  files: {
    requires: ['betterdesk-console.config'],
    evaluate({ 'betterdesk-console.config': { https, certificate, key, absent } }) {
      const exhibit = written('betterdesk-console.config', 'HTTPS_ENABLED', https);
      if (!https.value) return hidden({ HTTPS_ENABLED: https }) ?? notApplicable('HTTPS_ENABLED is not `true`');
      const unset = hidden({ SSL_CERT_PATH: certificate, SSL_KEY_PATH: key });
      if (unset) return unset;
      if (!certificate.value || !key.value) return fail('certificate or key is not named', exhibit);
      if (absent.length > 0) return fail(`${absent.join(' and ')} ${absent.length > 1 ? 'are' : 'is'} not there`, exhibit);
      // That the files are there, and readable for the console, the files that name them do not say.
      return passWith(
        { confidence: INFERRED },
        'certificate and key are named',
        exhibit,
        written('betterdesk-console.config', 'SSL_CERT_PATH', certificate),
      );
    },
  },
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
