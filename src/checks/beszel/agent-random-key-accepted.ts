import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/agent-random-key-accepted',
  title: 'The agent refuses a key that nobody can have configured',
  severity: 'critical',
  subject: 'beszel-agent',
  requires: ['beszel-agent.random-key'],
  rationale: 'A stock agent answers truthfully whether it would take a key. One that takes a key made a moment ago takes every key.',
  remediation: 'Take it off the network: this is no stock agent. Compare the binary with a release and look for a proxy in front.',
  references: ['https://beszel.dev/guide/security'],
  mapping: { cwe: [287] },

  evaluate({ 'beszel-agent.random-key': { algorithm, accepted } }) {
    const exhibit = saw('beszel-agent.random-key', `a new ${algorithm} key: ${accepted ? 'would be accepted' : 'refused'}`);
    return accepted ? fail('it would accept a key that was made a moment ago', exhibit) : pass('it refuses a random key', exhibit);
  },
});
