import { defineCheck, failWith, pass, saw, unknown } from '../check.js';
import { judgeTls } from '../containerssh-webhook.js';

const INFERRED = 80;

export default defineCheck({
  id: 'containerssh/webhook-tls13-missing',
  title: 'The authentication webhook speaks TLS 1.3',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  considers: ['tls.protocols'],
  rationale: 'ContainerSSH as it comes cannot talk to a webhook without it: somebody has lowered `tlsVersion`, or it is broken.',
  remediation: 'Enable TLS 1.3 in the webhook, then remove `tlsVersion` from `auth.*.webhook` in config.yaml.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [326] },

  evaluate(_facts, { subject }, { 'tls.protocols': seen }) {
    return judgeTls(subject, seen, ({ accepted, refused }) => {
      const exhibit = saw('tls.protocols', `accepted: ${accepted.join(', ')}`);
      if (accepted.includes('TLSv1.3')) return pass('it does', exhibit);
      if (!refused.includes('TLSv1.3')) return unknown('TLS 1.3 got no clear answer', exhibit);
      return failWith({ confidence: INFERRED }, 'it refuses TLS 1.3', exhibit);
    });
  },
});
