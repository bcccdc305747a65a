import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, failWith, notApplicable, pass, passWith, saw, unknown } from '../check.js';
import { hidden, sureness, written } from '../written.js';

const OLD_PROTOCOLS = ['SSLv3', 'TLSv1.0', 'TLSv1.1'];
/** Static RSA, 3DES and CBC with SHA-1: taken by the profile `intermediate`, refused by the default one. */
const OLD_SUITE = /^TLS_RSA_WITH_|_3DES_|_CBC_SHA$/;
/** In neither profile of Home Assistant: then something else ends the TLS. */
const FOREIGN_SUITE = /_ARIA_|_CCM|_CAMELLIA_|_SEED_|_DHE_/;

export default defineCheck({
  id: 'home-assistant/tls-old-profile',
  title: 'Home Assistant uses its current TLS profile',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['http.root'],
  considers: ['tls.protocols', 'tls.ciphers'],
  files: {
    requires: ['home-assistant.config-http'],
    evaluate({ 'home-assistant.config-http': http }, { subject }) {
      if (http.certificate.value === false || subject.tls === false) return notApplicable('it does not speak TLS itself');
      const unread = hidden({ ssl_certificate: http.certificate, ssl_profile: http.sslProfile });
      if (unread) return unread;
      const exhibit = written('home-assistant.config-http', 'ssl_profile', http.sslProfile);
      if (http.sslProfile.value === 'intermediate') return failWith(sureness(http), 'the profile is `intermediate`', exhibit);
      return passWith(sureness(http), `the profile is \`${http.sslProfile.value ?? 'modern'}\``, exhibit);
    },
  },
  rationale: 'The profile `intermediate` still takes key exchanges without forward secrecy: a stolen key opens recordings of the past.',
  remediation: 'Under `http:` in configuration.yaml set `ssl_profile: modern` (the default) or remove the line.',
  references: ['https://www.home-assistant.io/integrations/http/#ssl_profile'],
  mapping: { cwe: [326, 327] },

  evaluate(_facts, { subject }, considered) {
    if (!subject.tls) return notApplicable('it does not speak TLS itself');
    const protocols = valueOf(considered['tls.protocols']);
    const suites = valueOf(considered['tls.ciphers'])?.accepted.map(({ name }) => name);
    if (!protocols || !suites) return unknown('its TLS versions and suites were not seen');
    if (suites.some((name) => FOREIGN_SUITE.test(name))) return notApplicable('TLS ends in front of Home Assistant, at another program');
    const old = [...protocols.accepted.filter((name) => OLD_PROTOCOLS.includes(name)), ...suites.filter((name) => OLD_SUITE.test(name))];
    if (old.length > 0) return fail('it accepts what the default profile refuses', saw('tls.ciphers', old.slice(0, 5).join(', ')));
    return pass('it accepts nothing older than the default profile', saw('tls.ciphers', suites.slice(0, 5).join(', ')));
  },
});
