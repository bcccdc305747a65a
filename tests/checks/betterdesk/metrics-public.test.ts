import check from '../../../src/checks/betterdesk/metrics-public.js';
import { testCheck } from '../../support/test-check.js';

const metrics = (status: number, ours: boolean) => ({ 'betterdesk.metrics': { status, ours } });

testCheck(check, {
  fail: [{ name: 'everybody reads them', facts: metrics(200, true) }],
  pass: [
    { name: 'they ask for a login', facts: metrics(401, false) },
    { name: 'a page that is none of its metrics', facts: metrics(200, false) },
  ],
});
