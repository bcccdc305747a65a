import { expect, test } from '@jest/globals';
import { runCheck } from '../../../src/checks/check.js';
import check from '../../../src/checks/smb/guest-write.js';
import { REFUSED, share, shares, UNCLEAR } from '../../support/smb-facts.js';
import { smbConfigOf } from '../../support/smb-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const refusedList = { nullSession: REFUSED, guest: REFUSED };
const SHUT = share('ssl', 'nnnn', 'nnnn');

testCheck(check, {
  fail: [
    { name: 'a guest may write', facts: shares([share('config', 'nnnn', 'yyyy')]), because: '`config`' },
    { name: 'a null session may write where guests are refused', facts: shares([share('config', 'yyyy', 'nnnn')], { guest: REFUSED }) },
    { name: 'a share that may be written to and not listed', facts: shares([share('drop', 'nnnn', 'ynny')]) },
    { name: 'one look failed, another one shows it', facts: shares([share('media', '????', '????'), share('config', 'nnnn', 'yyyy')]) },
    { name: 'the guest login hung, the null session may write', facts: shares([share('config', 'yyyy', '????')], { guest: UNCLEAR }) },
  ],
  pass: [
    { name: 'read-only shares', facts: shares([share('media', 'yyyn', 'yyyn'), SHUT]) },
    {
      name: 'a printer and a pipe are no files',
      facts: shares([share('IPC$', '????', '????', { type: 'ipc' }), share('laser', 'y???', 'y???', { type: 'printer' })]),
    },
    { name: 'nobody gets in', facts: shares([], { nullSession: REFUSED, guest: REFUSED }, refusedList), because: 'lets nobody in' },
    { name: 'the list is kept back and no guess fits', facts: shares([], { guest: REFUSED }, refusedList), because: 'tried by name' },
  ],
  unknown: [
    { name: 'a share was not looked at', facts: shares([SHUT, share('media', 'yyyn', 'yyy?')]), because: '`media`' },
    { name: 'the guest login got no answer', facts: shares([SHUT], { guest: UNCLEAR }) },
    { name: 'the list broke off', facts: shares([], {}, { nullSession: UNCLEAR, guest: UNCLEAR }), because: 'list of shares' },
  ],
});

test('names only the shares that can be written to', () => {
  const facts = shares([share('config', 'yyyy', 'yyyy'), share('media', 'yyyn', 'yyyn')]);
  const evidence = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { ok: true, value }]));
  const context = { subject: { kind: 'smb', target: { name: 'box.lan', address: '192.168.0.2' }, evidence } };
  const verdict = runCheck(check, context as never);
  expect(verdict.exhibits?.map(({ saw }) => saw)).toEqual([
    'config: null session and guest may add or change files (access granted, nothing was written)',
  ]);
});

testFiles(check, {
  fail: [
    { name: 'guests may write', facts: smbConfigOf({ name: 'config', guest: true, writable: true }), because: 'config can be written to' },
  ],
  pass: [
    { name: 'guests may read', facts: smbConfigOf({ name: 'config', guest: true, writable: false }) },
    { name: 'users only', facts: smbConfigOf({ name: 'config', guest: false, writable: true }) },
    { name: 'guests are shut out by name', facts: smbConfigOf({ name: 'config', guest: true, writable: true, guestShutOut: true }) },
    { name: 'a printer', facts: smbConfigOf({ name: 'printers', guest: true, writable: true, printer: true }) },
  ],
  unknown: [
    { name: 'a word that smbd refuses', facts: smbConfigOf({ name: 'config', guest: null, writable: true }) },
    { name: 'an include that is not here', facts: smbConfigOf({ name: 'config', guest: false, writable: true, unread: ['x.conf'] }) },
  ],
});
