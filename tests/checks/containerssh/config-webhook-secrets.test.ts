import check from '../../../src/checks/containerssh/config-webhook-secrets.js';
import { configWebhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a registry password', facts: configWebhook('docker.auth.password'), because: 'docker.auth.password' }],
  pass: [{ name: 'none', facts: configWebhook() }],
});
