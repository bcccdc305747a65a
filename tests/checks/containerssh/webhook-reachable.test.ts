import check from '../../../src/checks/containerssh/webhook-reachable.js';
import { webhook } from '../../support/containerssh-facts.js';
import { authConfigOf, webhookOf } from '../../support/containerssh-config.js';
import { callsPort8443, door } from '../../support/containerssh-door.js';
import { beside, ok } from '../../support/neighbouring.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'it answers', facts: webhook() }],
  'not-applicable': [{ name: 'loopback', facts: webhook(), context: { exposure: 'loopback' } }],
});

testFiles(check, {
  pass: [{ name: 'the port that the file names demands a certificate', facts: callsPort8443(), context: door({}), because: 'port 8443' }],
  unknown: [{ name: 'it demands none and does not answer as a webhook', facts: callsPort8443(), context: door({}, 'none') }],
  'not-applicable': [
    { name: 'the file names another port', facts: callsPort8443(), context: door({}, 'required', 443) },
    {
      name: 'on another machine',
      facts: authConfigOf({ webhooks: [webhookOf({ url: 'https://auth.example:8443' })] }),
      context: door({}),
    },
    {
      name: 'the configuration webhook is another matter',
      facts: authConfigOf({ webhooks: [webhookOf({ key: 'configserver', url: 'https://127.0.0.1:8443', loopback: true })] }),
      context: door({}),
    },
    {
      name: 'it answered, and is judged by that',
      facts: callsPort8443(),
      context: {
        neighbours: [
          ...door({}).neighbours,
          beside('containerssh', 8443, { 'containerssh.auth-webhook': ok(webhook()['containerssh.auth-webhook']) }),
        ],
      },
    },
    {
      name: 'not an address',
      facts: authConfigOf({ webhooks: [webhookOf({ url: 'not an address', loopback: true })] }),
      context: door({}),
    },
  ],
});
