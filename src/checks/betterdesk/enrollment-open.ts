import { defineCheck, failWith, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

/** 3.x starts new volumes with `managed`. */
const DEFAULT_OF_2X = 80;

export default defineCheck({
  id: 'betterdesk/enrollment-open',
  title: 'New devices need the leave of an administrator',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.config-settings'],
  rationale: 'With open enrolment every client that finds the server becomes one of its devices.',
  remediation: 'Set `ENROLLMENT_MODE=managed` (new devices wait for approval) or `locked` (a token is needed) for the server.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [862] },

  evaluate({ 'betterdesk.config-settings': { settings } }) {
    const mode = settings['ENROLLMENT_MODE'];
    if (!mode)
      return failWith(
        { confidence: DEFAULT_OF_2X },
        'it is open by default',
        saw('betterdesk.config-settings', 'ENROLLMENT_MODE is not set'),
      );
    const exhibit = written('betterdesk.config-settings', 'ENROLLMENT_MODE', mode);
    if (/^(?:managed|locked)$/i.test(mode.value ?? '')) return pass('they wait or bring a token', exhibit);
    return hidden({ ENROLLMENT_MODE: mode }) ?? failWith({}, 'anybody enrols', exhibit);
  },
});
