import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

/** RFC 9325 section 4.2 for RSA; NIST SP 800-131A for curves. */
const ENOUGH_BITS: Readonly<Record<string, number>> = { rsa: 2048, 'rsa-pss': 2048, ec: 224 };
const BROKEN_RSA_BITS = 1024;

export default defineCheck({
  id: 'tls/weak-key',
  title: 'The key of the certificate is long enough',
  severity: 'medium',
  subject: 'tls',
  requires: ['tls.certificate'],
  rationale: 'Whoever computes the private key from the public one can pose as the server.',
  remediation:
    'Make a new key and certificate: `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 …`, `certbot renew --key-type ecdsa --force-renewal`, or at least RSA with 2048 bits.',
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-4.2'],
  mapping: { cwe: [326] },

  evaluate({
    'tls.certificate': {
      key: { type, bits },
    },
  }) {
    const exhibit = saw('tls.certificate', `${type.toUpperCase()} key${bits ? ` of ${bits} bits` : ''}`);
    if (type === 'unknown') return unknown('its kind of key is unknown here', exhibit);
    if (type === 'dsa') return fail('it has a DSA key, which clients gave up', exhibit);
    const enough = ENOUGH_BITS[type] ?? 0;
    if (enough && bits === 0) return unknown('the size of its key is unknown', exhibit);
    if (bits >= enough) return pass('its key is long enough', exhibit);
    const because = `its ${type.toUpperCase()} key has ${bits} bits`;
    return type.startsWith('rsa') && bits < BROKEN_RSA_BITS ? failWith({ severity: 'high' }, because, exhibit) : fail(because, exhibit);
  },
});
