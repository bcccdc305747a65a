import type { Facts, Verdict } from '../../model.js';
import { defineCheck, failWith, pass, saw, unknown } from '../check.js';
import { judgedByTls } from '../containerssh-webhook.js';

const INFERRED = 80;

export default defineCheck({
  id: 'containerssh/webhook-tls13-missing',
  title: 'The authentication webhook speaks TLS 1.3',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  rationale: 'ContainerSSH as it comes cannot talk to a webhook without it: somebody has lowered `tlsVersion`, or it is broken.',
  remediation: 'Enable TLS 1.3 in the webhook, then remove `tlsVersion` from `auth.*.webhook` in config.yaml.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [326] },
  ...judgedByTls('tls.protocols', judge),
});

function judge({ accepted, refused }: Facts['tls.protocols']): Verdict {
  const exhibit = saw('tls.protocols', `accepted: ${accepted.join(', ')}`);
  if (accepted.includes('TLSv1.3')) return pass('it does', exhibit);
  if (!refused.includes('TLSv1.3')) return unknown('TLS 1.3 got no clear answer', exhibit);
  return failWith({ confidence: INFERRED }, 'it refuses TLS 1.3', exhibit);
}
