import { judgeEach } from '../beszel-config.js';
import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-password-in-env',
  title: 'No password of the hub stands in its environment',
  severity: 'medium',
  subject: 'beszel-hub',
  requires: ['beszel-hub.config'],
  rationale: 'USER_PASSWORD is needed for the first start alone, and the account it makes is a superuser, too.',
  remediation: 'Remove `USER_PASSWORD` (and `USER_EMAIL`) from the environment of the hub after its first start, and change the password.',
  references: ['https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [526] },

  evaluate: ({ 'beszel-hub.config': hubs }) =>
    judgeEach(hubs, ({ userPassword, place }) =>
      userPassword.set
        ? fail('USER_PASSWORD is set', saw('beszel-hub.config', 'USER_PASSWORD: set', userPassword.place))
        : pass('USER_PASSWORD is not set', saw('beszel-hub.config', 'no USER_PASSWORD', place)),
    ),
});
