import check from '../../../src/checks/containerssh/any-password-accepted.js';
import { logins } from '../../support/containerssh-facts.js';
import { beside, ok } from '../../support/neighbouring.js';
import { testCheck } from '../../support/test-check.js';

const facts = { 'ssh.auth-methods': { methods: ['password', 'publickey', 'keyboard-interactive'], noneAccepted: false } };
const webhookSays = (password: boolean | null) => ({
  neighbours: [beside('containerssh', 8080, { 'containerssh.webhook-logins': ok(logins(password, false)['containerssh.webhook-logins']) })],
});

testCheck(check, {
  fail: [{ name: 'its webhook takes any', facts, context: webhookSays(true), because: 'port 8080' }],
  pass: [{ name: 'its webhook refuses', facts, context: webhookSays(false) }],
  unknown: [
    { name: 'none was tried', facts, because: 'container' },
    { name: 'its webhook gave no clear answer', facts, context: webhookSays(null) },
  ],
});
