import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { judgeTls } from '../containerssh-webhook.js';

export default defineCheck({
  id: 'containerssh/webhook-tls12',
  title: 'The authentication webhook speaks TLS 1.3 alone',
  severity: 'info',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  considers: ['tls.protocols'],
  rationale: 'ContainerSSH speaks TLS 1.3 unless `tlsVersion` is lowered: nobody else has to be served.',
  remediation:
    'Raise the least version of the webhook to TLS 1.3 (Node.js `minVersion: "TLSv1.3"`, Go `MinVersion: tls.VersionTLS13`, nginx `ssl_protocols TLSv1.3;`).',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [326] },

  evaluate(_facts, { subject }, { 'tls.protocols': seen }) {
    return judgeTls(subject, seen, ({ accepted, refused }) => {
      const exhibit = saw('tls.protocols', `accepted: ${accepted.join(', ')}`);
      const older = accepted.filter((version) => version !== 'TLSv1.3');
      if (older.length > 0) return fail(`it takes ${older.join(', ')}, too`, exhibit);
      return refused.includes('TLSv1.2') ? pass('it refuses TLS 1.2', exhibit) : unknown('TLS 1.2 got no clear answer', exhibit);
    });
  },
});
