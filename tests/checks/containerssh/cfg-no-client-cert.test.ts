import check from '../../../src/checks/containerssh/cfg-no-client-cert.js';
import { authConfigOf, webhookOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'one without', facts: authConfigOf({ webhooks: [webhookOf(), webhookOf({ clientCertificate: false })] }) }],
  pass: [{ name: 'each with one', facts: authConfigOf({ webhooks: [webhookOf()] }) }],
  'not-applicable': [{ name: 'plain HTTP alone', facts: authConfigOf({ webhooks: [webhookOf({ secure: false })] }) }],
});
