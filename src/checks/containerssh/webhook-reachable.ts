import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';
import { whereFileNamesIt } from '../containerssh-webhook.js';

export default defineCheck({
  id: 'containerssh/webhook-reachable',
  title: 'The authentication webhook answers nobody but ContainerSSH',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  files: whereFileNamesIt(() => pass('it demands a client certificate', saw('tls.session', 'clientCertificate: required'))),
  rationale: 'Here passwords can be tried past every limit and log of the SSH front, and its answers can be studied.',
  remediation:
    'Bind the webhook to 127.0.0.1 or a private network of its own, and let it demand client certificates (`auth.*.webhook.cert` and `key` in config.yaml).',
  references: ['https://containerssh.io/reference/auth-webhook/'],
  mapping: { cwe: [306] },

  evaluate({ 'containerssh.auth-webhook': { success } }, { exposure }) {
    if (exposure === 'loopback') return notApplicable('seen on a loopback address, which strangers do not reach');
    return fail('it answers whoever asks', saw('containerssh.auth-webhook', `POST /password {} answered success: ${success}`));
  },
});
