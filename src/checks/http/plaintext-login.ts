import { defineCheck, fail, failWith, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'http/plaintext-login',
  title: 'Passwords are not asked for over plain HTTP',
  severity: 'low',
  subject: 'http',
  requires: ['http.root', 'http.final'],
  rationale:
    'A password sent over plain HTTP is readable by everybody on the way; with Basic authentication it is sent with every request.',
  remediation:
    'Serve the login over TLS only, by the program itself or by a proxy such as Caddy or nginx in front of it, and bind the plain port to 127.0.0.1.',
  references: [
    'https://www.rfc-editor.org/rfc/rfc7617#section-4',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
  ],
  mapping: { cwe: [319, 523] },

  evaluate({ 'http.root': root, 'http.final': final }, { subject, exposure }) {
    const challenge = [root, final].map(({ headers }) => headers['www-authenticate'] ?? '').find((value) => /\bbasic\b/i.test(value));
    const fields = final.passwordFields;
    if (!challenge && fields === 0) return notApplicable('its pages ask for no password');
    const exhibit = challenge
      ? saw(root.headers['www-authenticate'] === challenge ? 'http.root' : 'http.final', `WWW-Authenticate: ${challenge}`)
      : saw('http.final', `${fields} password ${fields === 1 ? 'field' : 'fields'} on ${final.path}`);
    if (subject.tls) return pass('it asks inside TLS', exhibit);
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    const because = challenge ? 'it asks for a password with every request, unencrypted' : 'its login form is unencrypted';
    return exposure === 'public' ? failWith({ severity: 'high' }, because, exhibit) : fail(because, exhibit);
  },
});
