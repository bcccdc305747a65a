import check from '../../../src/checks/smb/smb1.js';
import { negotiate } from '../../support/smb-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'besides newer dialects', facts: negotiate({ smb1: true }), because: 'besides' },
    { name: 'alone', facts: negotiate({ smb1: true, dialects: [] }), because: 'nothing but' },
  ],
  pass: [{ name: 'refused', facts: negotiate() }],
});
