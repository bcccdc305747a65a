import { hasForwardSecrecy } from '../../knowledge/tls-cipher-kinds.js';
import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'tls/forward-secrecy',
  title: 'Recorded connections stay closed when the key leaks later',
  severity: 'low',
  subject: 'tls',
  requires: ['tls.session'],
  rationale: 'Without forward secrecy the private key of the server opens everything that was ever recorded.',
  remediation:
    'Accept ECDHE suites: nginx `ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;`, Mosquitto `ciphers ECDHE+AESGCM:ECDHE+CHACHA20`, or TLS 1.3, which has nothing else.',
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-4.1'],
  mapping: { cwe: [327] },

  evaluate({ 'tls.session': { version, cipher } }) {
    const exhibit = saw('tls.session', `${version} ${cipher}`);
    return hasForwardSecrecy(cipher)
      ? pass('its best suite has forward secrecy', exhibit)
      : fail('even its best suite has no forward secrecy', exhibit);
  },
});
