import check from '../../../src/checks/smb/smb1.js';
import { negotiate } from '../../support/smb-facts.js';
import { smbGlobalOf } from '../../support/smb-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'besides newer dialects', facts: negotiate({ smb1: true }), because: 'besides' },
    { name: 'alone', facts: negotiate({ smb1: true, dialects: [] }), because: 'nothing but' },
  ],
  pass: [{ name: 'refused', facts: negotiate() }],
});

testFiles(check, {
  fail: [{ name: 'NT1', facts: smbGlobalOf({ minProtocol: { value: 'nt1' } }) }],
  pass: [
    { name: 'SMB2', facts: smbGlobalOf({ minProtocol: { value: 'smb2_10' } }) },
    { name: 'not set', facts: smbGlobalOf({}), because: '4.11' },
  ],
  unknown: [{ name: 'an include that is not here', facts: smbGlobalOf({ unread: ['x.conf'] }) }],
});
