import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';
import { whereFileNamesIt } from '../containerssh-webhook.js';

export default defineCheck({
  id: 'containerssh/webhook-no-client-cert',
  title: 'The authentication webhook demands a client certificate',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  files: whereFileNamesIt(() => pass('it demands one', saw('tls.session', 'clientCertificate: required'))),
  rationale: 'Without one it cannot tell ContainerSSH from anybody else who reaches the port.',
  remediation:
    'Let the webhook, or the proxy before it, require and verify client certificates of a CA of your own, and give ContainerSSH one with `cert` and `key` in `auth.*.webhook`.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [306] },

  evaluate({ 'containerssh.auth-webhook': { success } }, { subject }) {
    if (!subject.tls) return notApplicable('it is spoken to without TLS');
    // A finished handshake proves nothing: TLS 1.3 demands the certificate afterwards. This is its own answer.
    return fail('it answered without one', saw('containerssh.auth-webhook', `success: ${success}, inside TLS`));
  },
});
