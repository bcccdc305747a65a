import check from '../../../src/checks/betterdesk/admin-credentials-file.js';
import { testCheck } from '../../support/test-check.js';

const folder = (mode: number, ...left: string[]) => ({
  'betterdesk.config-secret-files': { files: [{ path: 'data/db_v2.sqlite3', mode }], adminCredentials: left.map((file) => ({ file })) },
});

testCheck(check, {
  fail: [{ name: 'still there', facts: folder(0o600, 'data/.admin_credentials') }],
  pass: [{ name: 'gone', facts: folder(0o600) }],
});
