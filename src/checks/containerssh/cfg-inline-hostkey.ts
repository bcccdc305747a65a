import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { isPrivate, modeOf } from '../containerssh-files.js';

export default defineCheck({
  id: 'containerssh/cfg-inline-hostkey',
  title: 'Nobody but ContainerSSH can read its host key in config.yaml',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.config-ssh'],
  considers: ['containerssh.config'],
  rationale: 'Who has the private host key can be this server towards everybody who trusts it.',
  remediation:
    'Move the key to a file of its own with `chmod 600` and name that in `ssh.hostkeys`; `chmod 600 config.yaml`; make a new key, for the old one may have been read.',
  references: ['https://containerssh.io/reference/ssh/'],
  mapping: { cwe: [732, 321] },

  evaluate({ 'containerssh.config-ssh': { hostKeys } }, _context, { 'containerssh.config': whole }) {
    const inline = hostKeys.filter((key) => key.inline);
    const file = valueOf(whole);
    if (inline.length === 0)
      return pass('no host key stands in the file', saw('containerssh.config-ssh', `${hostKeys.length} named as files`));
    const shown = inline.map(({ place }) => saw('containerssh.config-ssh', `a private key, file mode ${modeOf(file)}`, place));
    if (typeof file?.mode !== 'number') return unknown('who may read the file is not known here', ...shown);
    return isPrivate(file)
      ? pass('the file is its owner’s alone', ...shown)
      : fail('others may read the file with the key in it', ...shown);
  },
});
