import { defineCheck, fail, notApplicable, pass, passWith, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'web-terminal/plaintext',
  title: 'The terminal is reached through TLS only',
  severity: 'high',
  subject: 'web-terminal',
  requires: ['web-terminal.page'],
  rationale: 'Everything that is typed and shown, passwords included, can be read and changed by everybody on the way.',
  remediation: {
    default: 'Put a TLS proxy in front and bind the program itself to 127.0.0.1.',
    ttyd: 'Start it with `--ssl --ssl-cert … --ssl-key …`, or behind a TLS proxy with `--interface lo`.',
    gotty: 'Start it with `--tls --tls-crt … --tls-key …`, or behind a TLS proxy with `--address 127.0.0.1`.',
    wetty: 'Start it with `--ssl-key` and `--ssl-cert`, or behind a TLS proxy with `--host 127.0.0.1`.',
    'huashengdun-webssh': 'Start it with `--certfile` and `--keyfile`, or behind a TLS proxy with `--address=127.0.0.1`.',
  },
  references: ['https://developer.mozilla.org/docs/Web/Security/Practical_implementation_guides/TLS'],
  mapping: { cwe: [319] },

  evaluate({ 'web-terminal.page': { door, saw: words } }, { subject, exposure }) {
    const exhibit = saw('web-terminal.page', `${words}, ${subject.tls ? 'inside TLS' : 'over plain HTTP'}`);
    if (subject.tls) return pass('it is reached through TLS', exhibit);
    if (door === 'to-tls') return pass('plain HTTP only sends visitors to TLS', exhibit);
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    // `fbidhttp` refuses plain HTTP from public addresses, `tdstream` whoever is not a listed proxy: both say 403.
    if (door === 'forbidden' && exposure === 'public')
      return passWith({ confidence: 80 }, 'it refuses plain HTTP from public addresses', exhibit);
    if (door === 'forbidden') return unknown('it refuses this address; how it serves others does not show from here', exhibit);
    return fail('it speaks plain HTTP on the network', exhibit);
  },
});
