import check from '../../../src/checks/beszel/agent-random-key-accepted.js';
import { testCheck } from '../../support/test-check.js';

const key = (accepted: boolean) => ({ 'beszel-agent.random-key': { algorithm: 'ssh-ed25519', accepted } });

testCheck(check, {
  fail: [{ name: 'any key would do', facts: key(true) }],
  pass: [{ name: 'refused', facts: key(false) }],
});
