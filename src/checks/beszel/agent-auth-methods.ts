import { defineCheck, fail, failWith, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/agent-auth-methods',
  title: 'The agent takes public keys and no other login',
  severity: 'high',
  subject: 'beszel-agent',
  requires: ['ssh.auth-methods'],
  rationale: 'A stock agent knows the key of its hub and nothing else. What offers more is no stock agent, whatever it calls itself.',
  remediation:
    'Find out what answers on this port: compare the binary with a release, look for a proxy in front, and take it off the network until you know.',
  references: ['https://beszel.dev/guide/security'],
  mapping: { cwe: [287] },

  evaluate({ 'ssh.auth-methods': { methods, noneAccepted } }) {
    const exhibit = saw('ssh.auth-methods', noneAccepted ? 'let in without any login' : `methods: ${methods.join(', ') || '(none)'}`);
    if (noneAccepted) return failWith({ severity: 'critical' }, 'it lets everybody in without a login', exhibit);
    if (methods.length === 1 && methods[0] === 'publickey') return pass('it takes public keys alone', exhibit);
    return fail('it offers other logins than a stock agent', exhibit);
  },
});
