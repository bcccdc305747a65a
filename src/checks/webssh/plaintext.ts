import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/plaintext',
  title: 'WebSSH is reached through TLS only',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.login'],
  rationale: 'Passwords of WebSSH, of the SSH servers behind it and everything typed there can be read by everybody on the way.',
  remediation: 'Put a TLS proxy in front and publish the port on loopback only: `ports: ["127.0.0.1:5000:5000"]` in docker-compose.yml.',
  references: ['https://github.com/minhtuancn/webssh/security/policy', 'https://github.com/bifrost0x/webssh'],
  mapping: { cwe: [319] },

  evaluate({ 'webssh.login': { status, path, location } }, { subject, exposure }) {
    const exhibit = saw('webssh.login', `GET ${path} answered ${status}${subject.tls ? ' inside TLS' : ' over plain HTTP'}`);
    if (subject.tls) return pass('it is reached through TLS', exhibit);
    if (/^https:/i.test(location)) return pass('plain HTTP only sends visitors to TLS', exhibit);
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    return fail('it speaks plain HTTP on the network', exhibit);
  },
});
