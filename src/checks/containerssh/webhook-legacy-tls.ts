import type { Facts, Verdict } from '../../model.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { judgedByTls } from '../containerssh-webhook.js';

const LEGACY = ['SSLv3', 'TLSv1.0', 'TLSv1.1'];

export default defineCheck({
  id: 'containerssh/webhook-legacy-tls',
  title: 'The authentication webhook refuses TLS 1.1 and older',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  rationale: 'ContainerSSH itself speaks nothing below TLS 1.2: the old versions serve only those who want to break in between.',
  remediation:
    'Set the least version of the webhook to TLS 1.2, better 1.3 (Node.js `minVersion`, Go `MinVersion`, nginx `ssl_protocols`).',
  references: ['https://www.rfc-editor.org/rfc/rfc8996'],
  mapping: { cwe: [326] },
  ...judgedByTls('tls.protocols', judge),
});

function judge({ accepted, refused }: Facts['tls.protocols']): Verdict {
  const exhibit = saw('tls.protocols', `accepted: ${accepted.join(', ')}`);
  const old = accepted.filter((version) => LEGACY.includes(version));
  if (old.length > 0) return fail(`it takes ${old.join(', ')}`, exhibit);
  const unclear = ['TLSv1.0', 'TLSv1.1'].filter((version) => !refused.includes(version));
  return unclear.length > 0 ? unknown(`${unclear.join(' and ')} got no clear answer`, exhibit) : pass('it refuses them', exhibit);
}
