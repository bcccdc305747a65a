import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';
import { written } from '../written.js';

/** RFC 7568 and RFC 8996 forbid them. */
const FORBIDDEN = ['SSLv3', 'TLSv1.0', 'TLSv1.1'];

export default defineCheck({
  id: 'tls/weak-protocols',
  title: 'Only TLS 1.2 and newer are spoken',
  severity: 'medium',
  subject: 'tls',
  requires: ['tls.protocols'],
  files: {
    requires: ['tls.config-listeners'],
    evaluate({ 'tls.config-listeners': { listeners, unread } }, { subject }) {
      const here = listeners.filter(({ port }) => subject.port === undefined || port === subject.port);
      const exhibits = here.map(({ port, protocols }) => written('tls.config-listeners', `ssl_protocols on port ${port}`, protocols));
      const old = new Set(here.flatMap(({ protocols }) => protocols.value ?? []).filter((name) => FORBIDDEN.includes(name)));
      if (old.size > 0)
        return failWith({ severity: 'low' }, `${[...old].join(', ')} ${old.size > 1 ? 'are' : 'is'} turned on`, ...exhibits);
      if (unread.length > 0) return unknown(`a part of the configuration could not be read: ${unread[0]}`);
      if (here.some(({ protocols }) => protocols.value === null) || here.length === 0)
        return notApplicable('it does not name versions: the release decides');
      return pass('only newer versions are turned on', ...exhibits);
    },
  },
  rationale:
    'SSL 3.0 can be decrypted (POODLE); TLS 1.0 and 1.1 rest on MD5 and SHA-1. Whoever stands between may push a client down to them.',
  remediation: {
    default:
      'nginx: `ssl_protocols TLSv1.2 TLSv1.3;`. Mosquitto: `tls_version tlsv1.2` under the `listener`. Caddy: remove `protocols` from the `tls` block. Devices without such a setting: put one of these in front.',
    'home-assistant':
      'Home Assistant itself: remove `ssl_profile` or set `ssl_profile: modern` under `http:`. NGINX proxy add-on (app): update it. Mosquitto: `tls_version tlsv1.2`.',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc8996', 'https://www.rfc-editor.org/rfc/rfc7568'],
  mapping: { cwe: [327, 757] },

  evaluate({ 'tls.protocols': { accepted, refused } }) {
    const exhibit = saw('tls.protocols', `accepted: ${accepted.join(', ')}; refused: ${refused.join(', ') || 'none'}`);
    const spoken = FORBIDDEN.filter((version) => accepted.includes(version));
    const nothingBetter = accepted.every((version) => FORBIDDEN.includes(version));
    if (spoken.includes('SSLv3') || nothingBetter) return fail(`it speaks ${spoken.join(', ')}`, exhibit);
    // Beside a newer version they need an attacker on the way and a client that falls back.
    if (spoken.length) return failWith({ severity: 'low' }, `beside newer versions it speaks ${spoken.join(', ')}`, exhibit);
    const unclear = FORBIDDEN.filter((version) => !refused.includes(version));
    return unclear.length ? unknown(`${unclear.join(', ')} got no clear answer`, exhibit) : pass('it refuses the old versions', exhibit);
  },
});
