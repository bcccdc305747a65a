import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/cfg-no-hostkey',
  title: 'config.yaml names a host key',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-ssh'],
  rationale:
    'Without one, ContainerSSH makes a key at its start and writes it, with the whole configuration, into the file, which is readable by everybody afterwards. Where it cannot write, the key changes with every start and users learn to ignore the warning.',
  remediation: 'Make a key with `ssh-keygen -t ed25519 -f /etc/containerssh/host_ed25519 -N ""` and list the file in `ssh.hostkeys`.',
  references: ['https://containerssh.io/reference/ssh/'],
  mapping: { cwe: [1188] },

  evaluate({ 'containerssh.config-ssh': { hostKeys } }) {
    if (hostKeys.length === 0) return fail('`ssh.hostkeys` is empty', saw('containerssh.config-ssh', 'ssh.hostkeys: not set'));
    const shown = hostKeys.map(({ inline, place }) =>
      saw('containerssh.config-ssh', `ssh.hostkeys: ${inline ? 'inline' : 'a file'}`, place),
    );
    return pass(`it names ${hostKeys.length}`, ...shown);
  },
});
