import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

/** Names that sessions go by; tokens against cross-site requests are read by scripts on purpose. */
const SESSION = /(^|[._-])(sess|session|sessionid|sid|jsessionid|phpsessid|auth|jwt|remember)([._-]|$)/i;
const READ_BY_SCRIPTS = /csrf|xsrf/i;

export default defineCheck({
  id: 'http/cookie-flags',
  title: 'Session cookies stay out of scripts and off plain HTTP',
  severity: 'low',
  subject: 'http',
  requires: ['http.cookies'],
  rationale: 'A session cookie that scripts can read or that travels unencrypted is a login that can be carried away.',
  remediation:
    'Set session cookies with `HttpOnly; Secure; SameSite=Lax` (Flask: `SESSION_COOKIE_SECURE = True`, Express: `cookie: { secure: true }`).',
  references: [
    'https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  mapping: { cwe: [614, 1004] },

  evaluate({ 'http.cookies': cookies }, { subject }) {
    const sessions = cookies.filter(({ name }) => SESSION.test(name) && !READ_BY_SCRIPTS.test(name));
    if (sessions.length === 0) return notApplicable('it set no session cookie');
    const bare = sessions.flatMap(({ name, httpOnly, secure }) => [
      ...(httpOnly ? [] : [`${name} without HttpOnly`]),
      // On plain HTTP the flag cannot be set; that the login is plain is a finding of its own.
      ...(subject.tls && !secure ? [`${name} without Secure`] : []),
    ]);
    if (bare.length > 0) return fail(`it set ${bare.join(', ')}`, saw('http.cookies', bare.join(', ')));
    return pass('they carry their flags', saw('http.cookies', sessions.map(({ name }) => name).join(', ')));
  },
});
