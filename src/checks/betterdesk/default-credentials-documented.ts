import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/default-credentials-documented',
  title: 'No password is one that stands in a guide',
  severity: 'high',
  subject: 'betterdesk',
  requires: ['betterdesk.config-credentials'],
  rationale: 'What BetterDesk’s own compose files and guides show is what everybody tries first.',
  remediation:
    'Choose other passwords for the variables named here (`openssl rand -base64 24`), in PostgreSQL as well (`ALTER ROLE betterdesk PASSWORD …`).',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [798, 1392] },

  evaluate({ 'betterdesk.config-credentials': { known } }) {
    if (known.length === 0) return pass('none is', saw('betterdesk.config-credentials', 'no value out of a guide'));
    const exhibits = known.map(({ text, place }) => saw('betterdesk.config-credentials', `${text} has a value out of a guide`, place));
    return fail(`${known.map(({ text }) => text).join(', ')} ${known.length > 1 ? 'are' : 'is'} as in the guide`, ...exhibits);
  },
});
