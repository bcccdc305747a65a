import { defineCheck, failWith, pass } from '../check.js';
import { hidden, written } from '../written.js';

const FACT = 'betterdesk.config-totp';
const NAMES = { disabled: 'RUSTDESK_API_DISABLE_TOTP', acknowledged: 'RUSTDESK_API_DISABLE_TOTP_ACKNOWLEDGED' };
/** Only 3.x knows them. */
const ON_3X = 80;

export default defineCheck({
  id: 'betterdesk/totp-disabled-on-client-api',
  title: 'RustDesk clients are asked for the second factor, too',
  severity: 'high',
  subject: 'betterdesk',
  requires: [FACT],
  rationale:
    'One door without the second factor is enough: with a stolen password alone the client API hands out the address book and a token.',
  remediation: `Remove \`${NAMES.disabled}\` and \`${NAMES.acknowledged}\` from the environment of server and console, and restart both.`,
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [308] },

  evaluate({ [FACT]: { disabled, acknowledged } }) {
    const exhibits = [written(FACT, NAMES.disabled, disabled), written(FACT, NAMES.acknowledged, acknowledged)];
    const unclear = hidden({ [NAMES.disabled]: disabled, [NAMES.acknowledged]: acknowledged });
    if (unclear) return unclear;
    if (disabled.value === 'true' && acknowledged.value === 'true')
      return failWith({ confidence: ON_3X }, 'both switches that leave it out are set', ...exhibits);
    return pass('the switches that leave it out are not both set', ...exhibits);
  },
});
