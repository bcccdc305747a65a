import check from '../../../src/checks/containerssh/webhook-plaintext.js';
import { authConfigOf, webhookOf } from '../../support/containerssh-config.js';
import { TLS, webhook } from '../../support/containerssh-facts.js';
import { beside, ok } from '../../support/neighbouring.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const calledAt = (url: string, loopback: boolean) =>
  beside('containerssh', undefined, {
    'containerssh.config-auth': ok(authConfigOf({ webhooks: [webhookOf({ url, loopback })] })['containerssh.config-auth']),
  });
const at8080 = { port: 8080 };

testCheck(check, {
  fail: [
    { name: 'plain HTTP', facts: webhook() },
    {
      name: 'called over the network',
      facts: webhook(),
      subject: at8080,
      context: { neighbours: [calledAt('http://10.0.0.2:8080', false)] },
    },
    {
      name: 'the file speaks of another',
      facts: webhook(),
      subject: at8080,
      context: { neighbours: [calledAt('http://127.0.0.1:81', true)] },
    },
  ],
  pass: [
    { name: 'TLS', facts: webhook(), ...TLS },
    { name: 'loopback', facts: webhook(), context: { exposure: 'loopback' } },
    { name: 'called over loopback', facts: webhook(), subject: at8080, context: { neighbours: [calledAt('http://127.0.0.1:8080', true)] } },
  ],
});

testFiles(check, {
  pass: [{ name: 'each is called by https://', facts: authConfigOf({ webhooks: [webhookOf()] }) }],
  'not-applicable': [
    { name: 'one is not', facts: authConfigOf({ webhooks: [webhookOf(), webhookOf({ url: 'http://auth.lan', secure: false })] }) },
    { name: 'none is set', facts: authConfigOf() },
  ],
});
