import { expect, test } from '@jest/globals';
import check from '../../../src/checks/containerssh/cfg-webhook-http.js';
import { authConfigOf, webhookOf } from '../../support/containerssh-config.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

const far = authConfigOf({ webhooks: [webhookOf(), webhookOf({ key: 'configserver', url: 'http://10.0.0.2', secure: false })] });
const near = authConfigOf({ webhooks: [webhookOf({ url: 'http://127.0.0.1:8080', secure: false, loopback: true })] });

testCheck(check, {
  fail: [
    { name: 'over the network', facts: far, because: 'configserver' },
    { name: 'over loopback', facts: near },
  ],
  pass: [{ name: 'https', facts: authConfigOf({ webhooks: [webhookOf()] }) }],
  'not-applicable': [{ name: 'none', facts: authConfigOf() }],
});

test('loopback is a smaller matter', () => {
  expect(verdictOf(check, near)).toMatchObject({ severity: 'low' });
});
