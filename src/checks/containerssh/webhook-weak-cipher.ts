import { TLS_SUITES } from '../../knowledge/containerssh.js';
import type { Facts, Verdict } from '../../model.js';
import { defineCheck, fail, pass, saw } from '../check.js';
import { judgedByTls } from '../containerssh-webhook.js';

const SHOWN = 6;

export default defineCheck({
  id: 'containerssh/webhook-weak-cipher',
  title: 'The authentication webhook takes only the cipher suites that ContainerSSH knows',
  severity: 'low',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  rationale: 'Its one client knows nine suites, all with forward secrecy and authenticated encryption. Any other serves strangers.',
  remediation: 'Serve TLS 1.3 alone, or restrict the suites of the webhook to ECDHE with AES-GCM and ChaCha20-Poly1305.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [327] },
  ...judgedByTls('tls.ciphers', judge),
});

function judge({ accepted }: Facts['tls.ciphers']): Verdict {
  const others = [...new Set(accepted.map(({ name }) => name).filter((name) => !TLS_SUITES.includes(name)))];
  if (others.length > 0)
    return fail(`it takes ${others.length} other suites`, ...others.slice(0, SHOWN).map((name) => saw('tls.ciphers', name)));
  return pass('it was seen to take none but those', saw('tls.ciphers', accepted.map(({ name }) => name).join(', ')));
}
