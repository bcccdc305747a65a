import check from '../../../src/checks/http/security-headers.js';
import type { Subject } from '../../../src/model.js';
import { testCheck } from '../../support/test-check.js';
import { final } from '../../support/web-facts.js';

const html = { 'content-type': 'text/html; charset=utf-8' };
const good = { ...html, 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' };
const login = (headers: Record<string, string>) => final({ passwordFields: 1, headers });
const recognised: Subject = { kind: 'home-assistant', target: { name: 'box.lan', address: '192.168.0.215' }, port: 1, evidence: {} };
const onTls = { subject: { tls: true } };

testCheck(check, {
  fail: [
    { name: 'a login page with neither', facts: login(html), because: 'X-Frame-Options, X-Content-Type-Options' },
    { name: 'one of them', facts: login({ ...html, 'x-frame-options': 'DENY' }), because: 'lacks X-Content-Type-Options' },
    {
      name: 'frames from everywhere',
      facts: login({ ...good, 'x-frame-options': 'ALLOW-FROM *', 'content-security-policy': 'frame-ancestors *' }),
    },
    { name: 'no HSTS inside TLS', facts: login(good), ...onTls, because: 'Strict-Transport-Security' },
    { name: 'an app that draws its login itself', facts: final({ headers: html }), context: { neighbours: [recognised] } },
  ],
  pass: [
    { name: 'both', facts: login(good) },
    { name: 'a CSP instead', facts: login({ ...good, 'x-frame-options': '', 'content-security-policy': "frame-ancestors 'none'" }) },
    { name: 'with HSTS', facts: login({ ...good, 'strict-transport-security': 'max-age=1' }), ...onTls },
    {
      name: 'HSTS is nothing for an address',
      facts: login(good),
      subject: { tls: true, target: { name: '192.168.0.215', address: '192.168.0.215' } },
    },
  ],
  'not-applicable': [
    { name: 'a page without a login', facts: final({ headers: html }) },
    { name: 'an API', facts: final({ headers: { 'content-type': 'application/json' }, passwordFields: 0 }) },
    { name: 'an error', facts: final({ status: 404, headers: html, passwordFields: 1 }) },
  ],
});
