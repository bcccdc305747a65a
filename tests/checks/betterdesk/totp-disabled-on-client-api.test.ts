import check from '../../../src/checks/betterdesk/totp-disabled-on-client-api.js';
import { testCheck } from '../../support/test-check.js';

const place = { file: '.env', line: 1 };
const switches = (disabled: string | null, acknowledged: string | null) => ({
  'betterdesk.config-totp': { disabled: { value: disabled, place }, acknowledged: { value: acknowledged, place } },
});
const hidden = { value: null, place, unresolved: 'X is not set' };

testCheck(check, {
  fail: [{ name: 'both are set', facts: switches('true', 'true') }],
  pass: [
    { name: 'neither is set', facts: switches(null, null) },
    { name: 'one of them alone does nothing', facts: switches('true', null) },
  ],
  unknown: [
    {
      name: 'one of them is hidden',
      facts: { 'betterdesk.config-totp': { ...switches('true', null)['betterdesk.config-totp'], acknowledged: hidden } },
    },
  ],
});
