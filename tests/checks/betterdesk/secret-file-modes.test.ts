import check from '../../../src/checks/betterdesk/secret-file-modes.js';
import { testCheck } from '../../support/test-check.js';

const folder = (mode: number, ...left: string[]) => ({
  'betterdesk.config-secret-files': { files: [{ path: 'data/db_v2.sqlite3', mode }], adminCredentials: left.map((file) => ({ file })) },
});

testCheck(check, {
  fail: [
    { name: 'others read the database', facts: folder(0o644), because: 'db_v2.sqlite3' },
    { name: 'the group reads it', facts: folder(0o640) },
  ],
  pass: [{ name: 'the owner alone', facts: folder(0o600) }],
});
