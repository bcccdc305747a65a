import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

const OCTAL = 8;

export default defineCheck({
  id: 'home-assistant/secrets-exposed',
  title: 'Secrets, backups and keys of Home Assistant are kept from other readers',
  severity: 'critical',
  subject: 'home-assistant',
  requires: ['home-assistant.config-files'],
  rationale:
    'What lies under www/ is served at /local/ to everybody without a login; what other users of the machine can read, their programs can.',
  remediation:
    'Move backups, YAML, databases and keys out of www/ and change every password in them. `chmod 600 secrets.yaml` and `chmod 600 .storage/auth*` where others can read them.',
  references: [
    'https://www.home-assistant.io/integrations/http/#hosting-files',
    'https://www.home-assistant.io/docs/configuration/secrets/',
  ],
  mapping: { cwe: [552, 732] },

  evaluate({ 'home-assistant.config-files': { served, loose, secretsReadable, modesKnown } }) {
    const place = (file: string) => ({ file });
    if (served.length > 0) {
      const exhibits = served.map(({ path, what }) => saw('home-assistant.config-files', `${what} under www/`, place(path)));
      return fail(
        `everybody can fetch ${served[0]!.path}${served.length > 1 ? ` and ${served.length - 1} more` : ''} at /local/`,
        ...exhibits,
      );
    }
    const modes = loose.map(({ path, mode, usual }) =>
      saw('home-assistant.config-files', `mode ${mode.toString(OCTAL)}, usually ${usual.toString(OCTAL)}`, place(path)),
    );
    if (modes.length > 0) {
      const severity = loose.some(({ path }) => path.includes('.storage/auth')) ? 'high' : 'medium';
      return failWith({ severity }, `the permissions of ${loose[0]!.path} are wider than Home Assistant sets them`, ...modes);
    }
    const readable = secretsReadable.map(({ path, mode }) =>
      saw('home-assistant.config-files', `mode ${mode.toString(OCTAL)}`, place(path)),
    );
    if (readable.length > 0) return failWith({ severity: 'low' }, 'other users of the machine can read secrets.yaml', ...readable);
    if (!modesKnown) return unknown('nothing lies open under www/, but this system keeps no permissions to look at');
    return pass('nothing lies open under www/, and no permission is wider than usual', saw('home-assistant.config-files', 'none'));
  },
});
