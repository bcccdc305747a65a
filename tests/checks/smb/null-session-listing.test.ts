import check from '../../../src/checks/smb/null-session-listing.js';
import { LISTED, REFUSED, share, shares, UNCLEAR } from '../../support/smb-facts.js';
import { testCheck } from '../../support/test-check.js';

const listing = (nullSession: typeof LISTED | typeof REFUSED | typeof UNCLEAR, guest: typeof LISTED | typeof REFUSED | typeof UNCLEAR) => ({
  'smb.listing': { nullSession, guest },
});

testCheck(check, {
  fail: [
    { name: 'to a null session', facts: listing(LISTED, REFUSED), because: 'a null session got the list' },
    { name: 'to a guest alone', facts: listing(REFUSED, LISTED), because: 'a guest got' },
    { name: 'the names are told', facts: shares([share('config', 'nnnn', 'nnnn')]), because: 'list: config' },
    { name: 'one got it, the other no answer', facts: listing(LISTED, UNCLEAR) },
  ],
  pass: [{ name: '`restrict anonymous = 2`', facts: listing(REFUSED, REFUSED) }],
  unknown: [{ name: 'no answer', facts: listing(REFUSED, UNCLEAR) }],
});
