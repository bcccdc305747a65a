import check from '../../../src/checks/host/unexpected-ports.js';
import { testCheck } from '../../support/test-check.js';

const facts = { 'port.state': { reason: 'syn-ack' } };

testCheck(check, {
  fail: [
    { name: 'nobody expects it', facts, context: { expected: false, systems: ['home-assistant'] }, because: 'no part of home-assistant' },
    {
      name: 'it is a part that the network does not need',
      facts,
      subject: { port: 21114, role: 'api' },
      context: { expected: false, systems: ['betterdesk'] },
      because: 'port 21114 (api) is open, which betterdesk need not have on the network',
    },
  ],
  pass: [{ name: 'the policy or the system expects it', facts, context: { expected: true } }],
  'not-applicable': [{ name: 'nobody said what belongs here', facts }],
});
