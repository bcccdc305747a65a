import check from '../../../src/checks/betterdesk/stats-public.js';
import { testCheck } from '../../support/test-check.js';

const stats = (status: number, goVersion = '') => ({ 'betterdesk.stats': { status, goVersion } });

testCheck(check, {
  fail: [{ name: 'everybody reads them', facts: stats(200, 'go1.26.8') }],
  pass: [{ name: 'they ask for a login', facts: stats(401) }],
});
