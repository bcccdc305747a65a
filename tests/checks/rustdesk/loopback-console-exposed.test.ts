import check from '../../../src/checks/rustdesk/loopback-console-exposed.js';
import { testCheck } from '../../support/test-check.js';

const help = (open: boolean) => ({ 'rustdesk.console': { open, saw: 'what it said' } });

testCheck(check, {
  fail: [{ name: 'it takes commands from the network', facts: help(true) }],
  pass: [{ name: 'it talks to a client', facts: help(false) }],
  'not-applicable': [{ name: 'we stand on the host itself', facts: help(true), context: { exposure: 'loopback' as const } }],
});
