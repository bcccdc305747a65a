import { judgeEach, judgeMfa } from '../beszel-config.js';
import { judgeSignIn } from '../beszel.js';
import { defineCheck } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-password-only',
  title: 'Users of the hub need more than a password',
  severity: 'low',
  subject: 'beszel-hub',
  requires: ['beszel-hub.sign-in'],
  files: {
    requires: ['beszel-hub.config'],
    evaluate: ({ 'beszel-hub.config': hubs }) => judgeEach(hubs, (hub) => judgeMfa(hub, ['true'])),
  },
  rationale: 'A password that is guessed or reused is enough; a second factor, or a login provider, is not taken along with it.',
  remediation: 'Set `MFA_OTP=true` in the environment of the hub (needs SMTP), or set up OAuth2 and `DISABLE_PASSWORD_AUTH=true`.',
  references: ['https://beszel.dev/guide/environment-variables', 'https://pocketbase.io/docs/going-to-production/'],
  mapping: { cwe: [308] },

  evaluate: (facts) => judgeSignIn('beszel-hub.sign-in', facts['beszel-hub.sign-in']),
});
