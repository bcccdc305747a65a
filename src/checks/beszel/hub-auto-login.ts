import { judgeEach, switchOff } from '../beszel-config.js';
import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-auto-login',
  title: 'The hub asks everybody for a login',
  severity: 'critical',
  subject: 'beszel-hub',
  requires: ['beszel-hub.anonymous-info'],
  files: {
    requires: ['beszel-hub.config'],
    evaluate: ({ 'beszel-hub.config': hubs }) =>
      judgeEach(hubs, (hub) => switchOff('AUTO_LOGIN', hub.autoLogin, 'AUTO_LOGIN is set', 'AUTO_LOGIN is not set')),
  },
  rationale:
    'With AUTO_LOGIN everybody who reaches the port is that user: systems, registration tokens, and a token of their own for the API.',
  remediation: 'Remove `AUTO_LOGIN` from the environment of the hub and restart it; or let it listen on 127.0.0.1 alone.',
  references: ['https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [306] },

  evaluate({ 'beszel-hub.anonymous-info': { status, path, answer } }) {
    const exhibit = saw('beszel-hub.anonymous-info', `GET ${path} without a login: status ${status}`);
    if (answer === 'open') return fail('what every login may read is open to everybody', exhibit);
    return pass(answer === 'absent' ? 'this release has nothing of the kind' : 'it wants a login', exhibit);
  },
});
