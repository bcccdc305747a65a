import { defineCheck, fail, pass, saw } from '../check.js';
import { written } from '../written.js';

export default defineCheck({
  id: 'betterdesk/encrypted-only-no-effect',
  title: 'Nobody relies on ENCRYPTED_ONLY',
  severity: 'info',
  subject: 'betterdesk',
  requires: ['betterdesk.config-settings'],
  rationale: 'It is a variable of another server; this one never reads it and goes on answering in plain text.',
  remediation: 'Remove `ENCRYPTED_ONLY` from the environment, and confine 21116 to the networks of your clients.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [1164] },

  evaluate({ 'betterdesk.config-settings': { settings } }) {
    const said = settings['ENCRYPTED_ONLY'];
    if (!said) return pass('it is not set', saw('betterdesk.config-settings', 'ENCRYPTED_ONLY is not set'));
    return fail('it is set and read by nothing', written('betterdesk.config-settings', 'ENCRYPTED_ONLY', said));
  },
});
