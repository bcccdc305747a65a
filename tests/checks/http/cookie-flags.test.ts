import check from '../../../src/checks/http/cookie-flags.js';
import { testCheck } from '../../support/test-check.js';

const cookie = (name: string, secure: boolean, httpOnly: boolean) => ({ 'http.cookies': [{ name, secure, httpOnly, sameSite: 'lax' }] });
const onTls = { subject: { tls: true } };

testCheck(check, {
  fail: [
    { name: 'readable by scripts', facts: cookie('sessionid', true, false), because: 'HttpOnly' },
    { name: 'not Secure inside TLS', facts: cookie('connect.sid', false, true), ...onTls, because: 'Secure' },
  ],
  pass: [
    { name: 'both flags', facts: cookie('JSESSIONID', true, true), ...onTls },
    { name: 'Secure cannot be had on plain HTTP', facts: cookie('session', false, true) },
  ],
  'not-applicable': [
    { name: 'a token that scripts read on purpose', facts: cookie('csrf-session', false, false) },
    { name: 'a preference', facts: cookie('lang', false, false) },
    { name: 'no cookie', facts: { 'http.cookies': [] } },
  ],
});
