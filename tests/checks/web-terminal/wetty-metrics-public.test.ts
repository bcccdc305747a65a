import check from '../../../src/checks/web-terminal/wetty-metrics-public.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'there', facts: { 'web-terminal.metrics': { status: 200, connections: true } } }],
  pass: [{ name: 'refused', facts: { 'web-terminal.metrics': { status: 403, connections: false } } }],
});
