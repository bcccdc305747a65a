import check from '../../../src/checks/smb/encryption-not-required.js';
import { negotiate, REFUSED, shares, UNCLEAR } from '../../support/smb-facts.js';
import { testCheck } from '../../support/test-check.js';

const denied = { outcome: 'refused', status: 'STATUS_ACCESS_DENIED' } as const;

testCheck(check, {
  fail: [
    { name: 'a session in the clear', facts: { ...negotiate(), ...shares([], { guest: REFUSED }) } },
    { name: 'SMB 2 alone knows no encryption', facts: { ...negotiate({ encryption: false, dialects: ['2.1'] }), ...shares([]) } },
  ],
  pass: [{ name: '`smb encrypt = required`', facts: { ...negotiate(), ...shares([], { nullSession: denied, guest: denied }) } }],
  unknown: [{ name: 'nobody got in', facts: { ...negotiate(), ...shares([], { nullSession: denied, guest: UNCLEAR }) } }],
});
