import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'tls/weak-signature',
  title: 'The certificate is signed with a hash that still holds',
  severity: 'medium',
  subject: 'tls',
  requires: ['tls.certificate'],
  rationale: 'Two certificates with the same MD5 or SHA-1 can be made; one of them would be an attacker’s.',
  remediation: 'Have the certificate issued again with SHA-256: `openssl x509 -req -sha256 …`, or a new one from the same authority.',
  references: ['https://www.rfc-editor.org/rfc/rfc9155', 'https://shattered.io/'],
  mapping: { cwe: [328] },

  evaluate({ 'tls.certificate': { signature, selfSigned } }) {
    // Nobody relies on the signature of a certificate that vouches for itself.
    if (selfSigned) return notApplicable('it signs itself');
    const exhibit = saw('tls.certificate', `signed with ${signature}`);
    if (/md[25]/i.test(signature)) return failWith({ severity: 'high' }, `it is signed with ${signature}`, exhibit);
    if (/sha-?1(?!\d)/i.test(signature)) return fail(`it is signed with ${signature}`, exhibit);
    return /^[\d.]+$/.test(signature) ? unknown('its signature algorithm is unknown here', exhibit) : pass('its hash holds', exhibit);
  },
});
