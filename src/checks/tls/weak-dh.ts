import { defineCheck, fail, failWith, pass, saw } from '../check.js';

/** RFC 9325 section 4.2. */
const ENOUGH_BITS = 2048;
/** Groups below were broken in public (https://weakdh.org, 2015); those of 1024 bits are within reach of a state. */
const BROKEN_BITS = 1024;

export default defineCheck({
  id: 'tls/weak-dh',
  title: 'Diffie-Hellman groups have 2048 bits or more',
  severity: 'medium',
  subject: 'tls',
  requires: ['tls.dhe'],
  rationale: 'A small group is computed once and then opens every recorded connection of every server that uses it (Logjam).',
  remediation:
    'nginx: remove `ssl_dhparam` and the DHE suites from `ssl_ciphers`, or make a new file with `openssl dhparam -out dh.pem 2048`. Mosquitto: the same for `dhparamfile`. ECDHE suites need none of it.',
  references: ['https://weakdh.org/', 'https://www.rfc-editor.org/rfc/rfc9325#section-4.2'],
  mapping: { cwe: [326] },

  evaluate({ 'tls.dhe': { bits } }) {
    if (bits === null) return pass('it takes no finite-field Diffie-Hellman suite', saw('tls.dhe', 'no DHE suite taken'));
    const exhibit = saw('tls.dhe', `a group of ${bits} bits`);
    if (bits < BROKEN_BITS) return failWith({ severity: 'high' }, `its Diffie-Hellman group has ${bits} bits`, exhibit);
    return bits < ENOUGH_BITS ? fail(`its Diffie-Hellman group has ${bits} bits`, exhibit) : pass(`its group has ${bits} bits`, exhibit);
  },
});
