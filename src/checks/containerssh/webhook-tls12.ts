import type { Facts, Verdict } from '../../model.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { judgedByTls } from '../containerssh-webhook.js';

export default defineCheck({
  id: 'containerssh/webhook-tls12',
  title: 'The authentication webhook speaks TLS 1.3 alone',
  severity: 'info',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  rationale: 'ContainerSSH speaks TLS 1.3 unless `tlsVersion` is lowered: nobody else has to be served.',
  remediation:
    'Raise the least version of the webhook to TLS 1.3 (Node.js `minVersion: "TLSv1.3"`, Go `MinVersion: tls.VersionTLS13`, nginx `ssl_protocols TLSv1.3;`).',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [326] },
  ...judgedByTls('tls.protocols', judge),
});

function judge({ accepted, refused }: Facts['tls.protocols']): Verdict {
  const exhibit = saw('tls.protocols', `accepted: ${accepted.join(', ')}`);
  const older = accepted.filter((version) => version !== 'TLSv1.3');
  if (older.length > 0) return fail(`it takes ${older.join(', ')}, too`, exhibit);
  return refused.includes('TLSv1.2') ? pass('it refuses TLS 1.2', exhibit) : unknown('TLS 1.2 got no clear answer', exhibit);
}
