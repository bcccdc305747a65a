import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/admin-credentials-file',
  title: 'The first password lies in no file any more',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.config-secret-files'],
  rationale:
    'The server writes the first password of its administrator to `.admin_credentials` and never removes it; backups carry it along.',
  remediation: 'Store the password elsewhere, change it, and delete `.admin_credentials` from the data folder.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [312] },

  evaluate({ 'betterdesk.config-secret-files': { adminCredentials, files } }) {
    if (adminCredentials.length === 0)
      return pass('there is none', saw('betterdesk.config-secret-files', `${files.length} files of the data folder`));
    return fail(
      'it is still there',
      ...adminCredentials.map((place) => saw('betterdesk.config-secret-files', '.admin_credentials', place)),
    );
  },
});
