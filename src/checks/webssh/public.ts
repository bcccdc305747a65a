import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/public',
  title: 'WebSSH is not open to the internet',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.login'],
  rationale: 'One login page stands between the internet and every SSH server that the gateway reaches; it has had no security audit.',
  remediation:
    'Let a VPN, or a proxy with a login of its own, stand in front; publish the port as `127.0.0.1:5000:5000` in docker-compose.yml.',
  references: ['https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [668] },

  evaluate({ 'webssh.login': { status, path } }, { exposure }) {
    const exhibit = saw('webssh.login', `GET ${path} answered ${status} without a login before it`);
    if (exposure === 'public') return fail('its login page answers on a public address', exhibit);
    return pass('it was reached on an address that is not public', exhibit);
  },
});
