import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { judgeTls } from '../containerssh-webhook.js';

export default defineCheck({
  id: 'containerssh/webhook-cert-problem',
  title: 'ContainerSSH can verify the certificate of its webhook',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  considers: ['tls.certificate'],
  rationale: 'With a certificate that it cannot verify, ContainerSSH asks nothing at all: every login hangs until `authTimeout`.',
  remediation:
    'Issue a new certificate from a CA of your own, with the name in `auth.*.webhook.url` as subjectAltName, and name the CA in `cacert`.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [295] },

  evaluate(_facts, { subject, now }, { 'tls.certificate': seen }) {
    return judgeTls(subject, seen, ({ names, validFrom, validTo, chainProblem, selfSigned }) => {
      const exhibit = saw('tls.certificate', `valid from ${validFrom} to ${validTo}, names ${names.join(', ') || '(none)'}`);
      if (Date.parse(validTo) < now.getTime()) return fail('it has expired', exhibit);
      if (Date.parse(validFrom) > now.getTime()) return fail('it is not valid yet', exhibit);
      if (names.length === 0) return fail('it has no subjectAltName: Go does not look at the common name', exhibit);
      // A private CA, or a certificate pinned as `cacert`, is what the manual recommends; which one only the file tells.
      if (selfSigned || chainProblem !== '')
        return unknown('it is in date and has names; whether ContainerSSH trusts its issuer stands in `cacert`', exhibit);
      return pass('it is in date, has names and a known issuer', exhibit);
    });
  },
});
