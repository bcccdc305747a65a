import check from '../../../src/checks/containerssh/config-webhook-reachable.js';
import { configWebhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, { fail: [{ name: 'it answers', facts: configWebhook() }] });
