import { inOctal, judgeEach } from '../beszel-config.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

const READABLE_BY_OTHERS = 0o004;

export default defineCheck({
  id: 'beszel/agent-secret-readable',
  title: 'The token of the agent is kept from other users of the machine',
  severity: 'medium',
  subject: 'beszel-agent',
  requires: ['beszel-agent.config'],
  rationale:
    'With the token somebody else registers in the place of this machine. The install script writes it into a unit that everybody may read.',
  remediation:
    'Put the token into a file of its own, `chmod 600` it, and name it in `TOKEN_FILE`; or move `TOKEN` to a file with mode 600 that `EnvironmentFile=` (systemd) or `env_file:` (compose) names. Renew the token afterwards.',
  references: ['https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [732, 526] },

  evaluate: ({ 'beszel-agent.config': agents }) =>
    judgeEach(agents, ({ token, tokenFiles, place }) => {
      if (!token.set) return notApplicable('it has no token');
      const exhibits = tokenFiles.map(({ path, mode }) => saw('beszel-agent.config', `TOKEN in it, mode ${inOctal(mode)}`, { file: path }));
      const open = tokenFiles.find(({ mode }) => mode !== null && (mode & READABLE_BY_OTHERS) !== 0);
      if (open) return fail(`every user may read the token in ${open.path}`, ...exhibits);
      if (tokenFiles.some(({ mode }) => mode === null)) return unknown('this system keeps no permissions to look at', ...exhibits);
      if (tokenFiles.length > 0) return pass('other users may not read the file of the token', ...exhibits);
      if (token.how === 'file')
        return pass('the token stands in a file of its own', saw('beszel-agent.config', 'TOKEN_FILE: set', token.place ?? place));
      return unknown(
        'the file that the token comes from is not among these',
        saw('beszel-agent.config', 'TOKEN: set', token.place ?? place),
      );
    }),
});
