import { defineCheck, failWith, pass, saw } from '../check.js';

export default defineCheck({
  id: 'tls/self-signed',
  title: 'Somebody else vouches for the certificate',
  severity: 'info',
  subject: 'tls',
  requires: ['tls.certificate'],
  rationale:
    'In the house that is common, and good if every client has pinned it. Where clients click the warning away, nothing tells the server from an impostor.',
  remediation:
    'Give the clients this certificate to trust, run an authority of your own (`mkcert`, step-ca, the internal issuer of Caddy), or have one issued by Let’s Encrypt with a DNS challenge.',
  references: ['https://letsencrypt.org/docs/certificates-for-localhost/'],
  mapping: { cwe: [295] },

  evaluate({ 'tls.certificate': { selfSigned, subject, issuer } }, { exposure }) {
    const exhibit = saw('tls.certificate', `subject ${subject}, issuer ${issuer}`);
    if (!selfSigned) return pass('it has an issuer', exhibit);
    return failWith({ severity: exposure === 'public' ? 'low' : 'info' }, 'it is signed with its own key', exhibit);
  },
});
