import check from '../../../src/checks/betterdesk/force-https-login-exempt.js';
import { settings } from '../../support/betterdesk-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const peers = (status: number, error: string) => ({ 'betterdesk.protected': { status, error } });

testCheck(check, {
  fail: [{ name: 'it wants HTTPS on a plain port', facts: peers(403, 'HTTPS required') }],
  pass: [{ name: 'inside TLS', facts: peers(401, 'Invalid or missing credentials'), subject: { tls: true } }],
  'not-applicable': [{ name: 'it does not want HTTPS', facts: peers(401, 'Invalid or missing credentials') }],
});

testFiles(check, {
  fail: [{ name: 'without TLS_API', facts: settings({ FORCE_HTTPS: 'Y' }) }],
  pass: [{ name: 'with TLS_API', facts: settings({ FORCE_HTTPS: 'Y', TLS_API: 'y' }) }],
  'not-applicable': [{ name: 'not set', facts: settings({}) }],
});
