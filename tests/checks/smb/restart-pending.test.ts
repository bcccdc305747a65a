import check from '../../../src/checks/smb/restart-pending.js';
import { smbGlobalOf } from '../../support/smb-config.js';
import { testCheck } from '../../support/test-check.js';

const signing = (required: boolean) => ({
  'smb.negotiate': { dialects: ['3.1.1'], signing: { enabled: true, required }, smb1: false, encryption: true, smb1Security: null },
});
const mandatory = smbGlobalOf({ signing: { value: 'mandatory' } });

testCheck(check, {
  fail: [
    {
      name: 'signing is mandatory in the file alone',
      facts: { ...mandatory, ...signing(false) },
      subject: { port: 445 },
      because: 'its file: it is mandatory',
    },
  ],
  pass: [{ name: 'in both', facts: { ...mandatory, ...signing(true) }, subject: { port: 445 } }],
  'not-applicable': [{ name: 'files alone', facts: mandatory, subject: { port: undefined } }],
});
