import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { isPrivate, modeOf } from '../containerssh-files.js';

const SHOWN = 10;

export default defineCheck({
  id: 'containerssh/cfg-inline-secrets',
  title: 'Nobody but ContainerSSH can read the secrets in config.yaml',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-secrets'],
  considers: ['containerssh.config'],
  rationale: 'Passwords and tokens of backends, of the OAuth2 application and of the audit store open more than this server.',
  remediation:
    '`chmod 600 config.yaml`, and name files in place of the values where the key allows it (`bearerTokenFile`, `key`, `privateKey`).',
  references: ['https://containerssh.io/reference/hardening/'],
  mapping: { cwe: [732, 312] },

  evaluate({ 'containerssh.config-secrets': { inline } }, _context, { 'containerssh.config': whole }) {
    const file = valueOf(whole);
    if (inline.length === 0) return pass('no secret stands in the file', saw('containerssh.config-secrets', 'none'));
    const shown = inline
      .slice(0, SHOWN)
      .map(({ text, place }) => saw('containerssh.config-secrets', `${text}, file mode ${modeOf(file)}`, place));
    if (typeof file?.mode !== 'number') return unknown('who may read the file is not known here', ...shown);
    if (isPrivate(file)) return pass('the file is its owner’s alone', ...shown);
    return fail(
      `others may read the file with ${inline
        .map(({ text }) => text)
        .slice(0, 3)
        .join(', ')} in it`,
      ...shown,
    );
  },
});
