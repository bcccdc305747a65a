import { weaknessOf } from '../../knowledge/tls-cipher-kinds.js';
import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

/** With these there is no secret at all: no encryption, no proof of who answers, or a key that any laptop finds. */
const WORTHLESS = ['NULL', 'anonymous', 'EXPORT'];

export default defineCheck({
  id: 'tls/weak-ciphers',
  title: 'No broken cipher suite is accepted',
  severity: 'medium',
  subject: 'tls',
  requires: ['tls.protocols', 'tls.ciphers'],
  rationale: 'A connection is as strong as the weakest suite that both sides know, and whoever stands between may choose it.',
  remediation: {
    default:
      'nginx: `ssl_ciphers HIGH:!aNULL:!eNULL:!3DES:!RC4;`. Mosquitto: `ciphers HIGH:!aNULL:!eNULL:!3DES:!RC4` under the `listener`. Caddy: remove `ciphers` from the `tls` block. Devices without such a setting: put one of these in front.',
    'home-assistant':
      'Home Assistant itself: `ssl_profile: modern` under `http:`. Mosquitto: `ciphers HIGH:!aNULL:!eNULL:!3DES:!RC4` in a file under /share/mosquitto.',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-4.1', 'https://sweet32.info/'],
  mapping: { cwe: [327] },

  evaluate({ 'tls.protocols': { accepted: versions }, 'tls.ciphers': { accepted, weakSought } }) {
    const weak = accepted.flatMap(({ version, name }) => {
      const weakness = weaknessOf(name);
      return weakness ? [{ version, name, ...weakness }] : [];
    });
    const exhibits = weak.map(({ version, name, why }) => saw('tls.ciphers', `${version} ${name}, which ${why}`));
    const kinds = [...new Set(weak.map(({ kind }) => kind))];
    const because = `it accepts ${kinds.join(', ')} suites`;
    if (kinds.some((kind) => WORTHLESS.includes(kind))) return failWith({ severity: 'high' }, because, ...exhibits);
    if (kinds.length) return fail(because, ...exhibits);
    const notAsked = versions.filter((version) => version !== 'TLSv1.3' && !weakSought.includes(version));
    if (notAsked.length) return unknown(`weak suites were not all asked for in ${notAsked.join(', ')}`);
    return pass(
      'it refused every weak suite',
      saw('tls.ciphers', `weak suites offered in ${weakSought.join(', ') || 'no version: TLS 1.3 has none'}`),
    );
  },
});
