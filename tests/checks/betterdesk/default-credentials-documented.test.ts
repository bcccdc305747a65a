import check from '../../../src/checks/betterdesk/default-credentials-documented.js';
import { testCheck } from '../../support/test-check.js';

const known = (...names: string[]) => ({
  'betterdesk.config-credentials': { known: names.map((text) => ({ text, place: { file: 'compose.yml', line: 3 } })) },
});

testCheck(check, {
  fail: [{ name: 'the password of the sample', facts: known('DATABASE_URL'), because: 'DATABASE_URL' }],
  pass: [{ name: 'none', facts: known() }],
});
