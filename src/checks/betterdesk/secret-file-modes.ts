import { defineCheck, fail, pass, saw } from '../check.js';

const READABLE_BY_OTHERS = 0o044;

export default defineCheck({
  id: 'betterdesk/secret-file-modes',
  title: 'Keys and databases are readable for their owner alone',
  severity: 'high',
  subject: 'betterdesk',
  requires: ['betterdesk.config-secret-files'],
  rationale: 'The databases hold API key, token secret and password hashes in clear, and are made with mode 644.',
  remediation: 'Run `chmod 600` on the files named here, and start the programs with `UMask=0077` (systemd) so that new ones are born so.',
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#UMask='],
  mapping: { cwe: [276, 732] },

  evaluate({ 'betterdesk.config-secret-files': { files } }) {
    const open = files.filter(({ mode }) => (mode & READABLE_BY_OTHERS) !== 0);
    if (open.length === 0) return pass('nobody else may read them', saw('betterdesk.config-secret-files', `${files.length} files`));
    const exhibits = open.map(({ path, mode }) => saw('betterdesk.config-secret-files', `mode ${mode.toString(8)}`, { file: path }));
    return fail(`others may read ${open.map(({ path }) => path).join(', ')}`, ...exhibits);
  },
});
