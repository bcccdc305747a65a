import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/tls-certificate',
  title: 'Clients can verify the certificate of signal and relay',
  severity: 'low',
  subject: 'betterdesk',
  requires: ['rustdesk.tls'],
  rationale: 'TLS with a certificate that nobody vouches for, or that has run out, keeps out listeners but no impostor.',
  remediation: 'Give `TLS_CERT` and `TLS_KEY` a certificate of an authority that the clients trust, with its chain, and renew it in time.',
  references: ['https://letsencrypt.org/docs/challenge-types/'],
  mapping: { cwe: [295, 298] },

  evaluate({ 'rustdesk.tls': { offered, certificate } }, { now }) {
    if (!offered) return notApplicable('it knows no TLS');
    if (!certificate) return notApplicable('the port speaks nothing but TLS, which the checks of TLS judge');
    const { subject, issuer, selfSigned, validTo, chainProblem } = certificate;
    const exhibit = saw('rustdesk.tls', `subject ${subject}, issuer ${issuer}, valid until ${validTo.slice(0, 10)}`);
    if (Date.parse(validTo) < now.getTime()) return fail('it has run out', exhibit);
    if (selfSigned) return fail('it is signed with its own key', exhibit);
    return chainProblem ? fail(`its chain does not hold: ${chainProblem}`, exhibit) : pass('an authority vouches for it', exhibit);
  },
});
