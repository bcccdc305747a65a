import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

/** X509_V_ERR codes of OpenSSL, as Node writes them. */
const LEAF_ALONE = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
const PRIVATE_AUTHORITY = ['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'];

export default defineCheck({
  id: 'tls/chain-incomplete',
  title: 'The server sends the certificates between its own and the root',
  severity: 'low',
  subject: 'tls',
  requires: ['tls.certificate'],
  rationale:
    'Browsers may find the missing one elsewhere; phones, scripts and integrations refuse, and their owners switch verification off.',
  remediation:
    'nginx: point `ssl_certificate` to fullchain.pem. Mosquitto: `certfile` with fullchain.pem. Home Assistant: `ssl_certificate: /ssl/fullchain.pem`.',
  references: ['https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2'],
  mapping: { cwe: [296] },

  evaluate({ 'tls.certificate': { chainProblem, selfSigned, issuer, issuerUrl } }) {
    const exhibit = saw('tls.certificate', `issuer ${issuer}, OpenSSL says ${chainProblem || 'OK'}`);
    if (selfSigned) return notApplicable('it signs itself: there is no chain');
    if (chainProblem === '') return pass('its chain leads to a root that clients know', exhibit);
    if (chainProblem === LEAF_ALONE && issuerUrl) {
      return fail('it sends its own certificate alone, and its issuer is no root that clients know', exhibit);
    }
    if (chainProblem === LEAF_ALONE || PRIVATE_AUTHORITY.includes(chainProblem)) {
      return notApplicable('a private authority issued it, whose certificate clients must have anyway');
    }
    return unknown(`whether one is missing does not show behind another problem: ${inWords(chainProblem)}`, exhibit);
  },
});

/** `CERT_HAS_EXPIRED` as its reader would say it. */
const inWords = (code: string): string =>
  code
    .replace(/^CERT_/, 'certificate ')
    .replaceAll('_', ' ')
    .toLowerCase();
