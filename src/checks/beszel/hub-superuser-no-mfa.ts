import { judgeEach, judgeMfa } from '../beszel-config.js';
import { judgeSignIn } from '../beszel.js';
import { defineCheck } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-superuser-no-mfa',
  title: 'Superusers of the hub need more than a password',
  severity: 'medium',
  subject: 'beszel-hub',
  requires: ['beszel-hub.superuser-sign-in'],
  files: {
    requires: ['beszel-hub.config'],
    evaluate: ({ 'beszel-hub.config': hubs }) =>
      judgeEach(hubs, (hub) => judgeMfa({ ...hub, passwordDisabled: { value: null } }, ['true', 'superusers'])),
  },
  rationale: 'One password stands in front of every record, rule and backup of the hub.',
  remediation: 'Set `MFA_OTP=superusers` (or `true`) in the environment of the hub; it needs SMTP.',
  references: ['https://beszel.dev/guide/environment-variables', 'https://pocketbase.io/docs/going-to-production/'],
  mapping: { cwe: [308] },

  evaluate: (facts) => judgeSignIn('beszel-hub.superuser-sign-in', facts['beszel-hub.superuser-sign-in']),
});
