import { valueOf } from '../../model/observation.js';
import type { Facts, Subject, Verdict } from '../../model.js';
import { isNamed } from '../certificate-names.js';
import { type CheckContext, defineCheck, fail, pass, saw, unknown } from '../check.js';
import { calledAt, hostOf, judgedByTls } from '../containerssh-webhook.js';

export default defineCheck({
  id: 'containerssh/webhook-cert-problem',
  title: 'ContainerSSH can verify the certificate of its webhook',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  rationale: 'With a certificate that it cannot verify, ContainerSSH asks nothing at all: every login hangs until `authTimeout`.',
  remediation:
    'Issue a new certificate from a CA of your own, with the name in `auth.*.webhook.url` as subjectAltName, and name the CA in `cacert`.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [295] },
  ...judgedByTls('tls.certificate', judge),
});

function judge(
  { names, validFrom, validTo, chainProblem, selfSigned }: Facts['tls.certificate'],
  door: Subject,
  { subject, now }: CheckContext,
): Verdict {
  const exhibit = saw('tls.certificate', `valid from ${validFrom} to ${validTo}, names ${names.join(', ') || '(none)'}`);
  if (Date.parse(validTo) < now.getTime()) return fail('it has expired', exhibit);
  if (Date.parse(validFrom) > now.getTime()) return fail('it is not valid yet', exhibit);
  if (names.length === 0) return fail('it has no subjectAltName: Go does not look at the common name', exhibit);
  const webhooks = valueOf(subject.evidence['containerssh.config-auth'])?.webhooks ?? [];
  const missing = calledAt(webhooks, door)
    .map(hostOf)
    .find((host) => !isNamed(names, host));
  if (missing !== undefined) return fail(`config.yaml calls it ${missing}, and it does not name that`, exhibit);
  // A private CA, or a certificate pinned as `cacert`, is what the manual recommends; which one only the file tells.
  if (selfSigned || chainProblem !== '')
    return unknown('it is in date and has names; whether ContainerSSH trusts its issuer stands in `cacert`', exhibit);
  return pass('it is in date, has names and a known issuer', exhibit);
}
