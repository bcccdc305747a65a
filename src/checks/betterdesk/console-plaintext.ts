import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/console-plaintext',
  title: 'The web console is encrypted on its way',
  severity: 'high',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.login-page'],
  rationale: 'Passwords and session cookies of administrators cross the network readable; whoever has one reaches every device.',
  remediation:
    'Set `HTTPS_ENABLED=true` with `SSL_CERT_PATH` and `SSL_KEY_PATH` of the console, or put a TLS proxy in front and publish 5000 on 127.0.0.1 only.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [319] },

  evaluate({ 'betterdesk-console.login-page': { status } }, { exposure, subject }) {
    if (subject.tls) return pass('it speaks TLS', saw('betterdesk-console.login-page', `GET /login answered ${status} inside TLS`));
    if (status !== 200) return notApplicable('it shows no login here');
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    return fail('the login is there in plain HTTP', saw('betterdesk-console.login-page', `GET /login answered ${status} without TLS`));
  },
});
