import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';

/** Another module, or a provider with a second factor of its own, would not be seen. */
const BY_MISSING_ENTRY = 90;

export default defineCheck({
  id: 'home-assistant/users-without-mfa',
  title: 'Everybody who logs in with a password has a second factor',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['home-assistant.config-users'],
  rationale: 'A password that is guessed, reused or read along the way is enough to log in where no second factor is asked for.',
  remediation: 'Each user turns it on under Profile > Security > Multi-factor authentication modules (TOTP); administrators first.',
  references: ['https://www.home-assistant.io/docs/authentication/multi-factor-auth/'],
  mapping: { cwe: [308] },

  evaluate({ 'home-assistant.config-users': { users } }) {
    if (users.length === 0) return notApplicable('nobody logs in with a password');
    const without = users.filter(({ secondFactor }) => !secondFactor);
    const exhibits = without.map(({ name, admin, place }) =>
      saw('home-assistant.config-users', `${name || 'a user'}${admin ? ' (administrator)' : ''}: no second factor`, place),
    );
    if (without.length > 0)
      return failWith({ confidence: BY_MISSING_ENTRY }, `${without.length} of ${users.length} users have none`, ...exhibits);
    return pass('every user has one', saw('home-assistant.config-users', `${users.length} users`));
  },
});
