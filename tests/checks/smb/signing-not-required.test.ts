import check from '../../../src/checks/smb/signing-not-required.js';
import { negotiate } from '../../support/smb-facts.js';
import { smbGlobalOf } from '../../support/smb-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'enabled, not required', facts: negotiate() },
    { name: 'off', facts: negotiate({ signing: { enabled: false, required: false } }) },
  ],
  pass: [{ name: '`server signing = mandatory`', facts: negotiate({ signing: { enabled: true, required: true } }) }],
});

testFiles(check, {
  fail: [
    { name: 'auto', facts: smbGlobalOf({ signing: { value: 'auto' } }) },
    { name: 'not set', facts: smbGlobalOf({}) },
  ],
  pass: [
    { name: 'mandatory', facts: smbGlobalOf({ signing: { value: 'mandatory' } }) },
    { name: 'not set on a domain controller', facts: smbGlobalOf({ isDomainController: true }) },
  ],
  unknown: [{ name: 'an include that is not here', facts: smbGlobalOf({ unread: ['x.conf'] }) }],
});
