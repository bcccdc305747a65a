import check from '../../../src/checks/web-terminal/debug.js';
import { testCheck } from '../../support/test-check.js';

const unknownPath = (status: number, traceback = false) => ({
  'web-terminal.unknown-path': { status, contentType: 'text/html', traceback },
});

testCheck(check, {
  fail: [{ name: 'a traceback', facts: unknownPath(404, true) }],
  pass: [{ name: 'a plain page', facts: unknownPath(404) }],
  unknown: [{ name: 'refused', facts: unknownPath(403) }],
});
