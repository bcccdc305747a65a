import check from '../../../src/checks/webssh/forwarded-headers-trusted.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';
import { prefix } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'believed on the application port', facts: { ...root({ server: 'gunicorn' }), ...prefix(true) } }],
  pass: [{ name: 'ignored', facts: { ...root({ server: 'gunicorn' }), ...prefix(false) } }],
  'not-applicable': [
    { name: 'nginx in front', facts: { ...root({ server: 'nginx/1.22.1' }), ...prefix(true) } },
    { name: 'TLS in front', facts: { ...root({ server: 'gunicorn' }), ...prefix(true) }, subject: { tls: true } },
    { name: 'a proxy that says so', facts: { ...root({ server: 'gunicorn', headers: { via: '1.1 Caddy' } }), ...prefix(true) } },
  ],
});
