import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/container-privileges',
  title: 'The container has no more rights than a plain one',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale: 'Whoever breaks out of WebSSH gets what its container may do; as shipped it runs without root and with nothing added.',
  remediation: 'Remove `privileged`, `cap_add`, `network_mode: host` and `user: root` from the service in docker-compose.yml.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [250] },

  evaluate({ 'webssh.config': { privileges, openPorts } }) {
    if (openPorts === null) return notApplicable('it is not started by a compose file');
    const exhibits = privileges.map(({ text, place }) => saw('webssh.config', text, place));
    return privileges.length > 0
      ? fail('it has rights that it does not need', ...exhibits)
      : pass('nothing is added', saw('webssh.config', 'no added rights'));
  },
});
