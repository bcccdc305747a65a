import check from '../../../src/checks/betterdesk/https-files-missing.js';
import { config, page } from '../../support/betterdesk-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'HSTS over plain HTTP', facts: page({ claimsHttps: true }) }],
  pass: [{ name: 'inside TLS', facts: page({ claimsHttps: true }), subject: { tls: true } }],
  'not-applicable': [{ name: 'never meant to be HTTPS', facts: page() }],
});

testFiles(check, {
  fail: [
    { name: 'no certificate is named', facts: config({ certificate: { value: null } }), because: 'not named' },
    { name: 'the file is not there', facts: config({ absent: ['/etc/cert.pem'] }), because: 'not there' },
  ],
  pass: [{ name: 'both are named', facts: config() }],
  unknown: [{ name: 'the path comes from elsewhere', facts: config({ key: { value: null, unresolved: 'a variable' } }) }],
  'not-applicable': [{ name: 'HTTPS is off', facts: config({ https: { value: null } }) }],
});
