import check from '../../../src/checks/smb/guest-read.js';
import { REFUSED, share, shares, UNCLEAR } from '../../support/smb-facts.js';
import { smbConfigOf } from '../../support/smb-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const opinion = { 'smb.second-opinion': { client: 'smb2', share: 'media', entries: 3 } };

testCheck(check, {
  fail: [
    { name: 'a guest may read', facts: shares([share('media', 'nnnn', 'yyyn')]), because: '`media` can be read' },
    { name: 'a second client agrees', facts: { ...shares([share('media', 'yyyn', 'yyyn')]), ...opinion } },
    { name: 'names are shown though no file opens', facts: shares([share('media', 'nnnn', 'yynn')]), because: 'names of their files' },
  ],
  pass: [
    { name: 'listed, and closed', facts: shares([share('config', 'nnnn', 'nnnn')], { guest: REFUSED }) },
    { name: 'a guest gets in and may do nothing', facts: shares([share('config', 'ynnn', 'ynnn')]) },
  ],
  unknown: [
    { name: 'the guest login got no answer', facts: shares([share('config', 'nnnn', '????')], { guest: UNCLEAR }) },
    {
      name: 'the server hung up on the question for the list',
      facts: shares([], {}, { nullSession: UNCLEAR, guest: UNCLEAR }),
      because: 'the list of shares could not be read',
    },
    { name: 'no file could be tried', facts: shares([share('config', 'ynn?', 'yn?n')]), because: '`config`' },
  ],
});

testFiles(check, {
  fail: [{ name: 'guests may read', facts: smbConfigOf({ name: 'config', guest: true, writable: false }), because: 'config can be read' }],
  pass: [{ name: 'users only', facts: smbConfigOf({ name: 'config', guest: false, writable: true }) }],
  unknown: [{ name: 'a word that smbd refuses', facts: smbConfigOf({ name: 'config', guest: null, writable: true }) }],
});
