import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

/** The line whose formula was measured; another may derive the hash otherwise, and then no secret would show. */
const MEASURED = /^2\./;

export default defineCheck({
  id: 'betterdesk/known-session-secret',
  title: 'The session secret is not the one from the public repository',
  severity: 'critical',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.login-page'],
  files: {
    requires: ['betterdesk-console.config'],
    evaluate({ 'betterdesk-console.config': { sessionSecret } }) {
      const exhibit = saw('betterdesk-console.config', `SESSION_SECRET: ${sessionSecret.state}`, sessionSecret.place);
      if (sessionSecret.state === 'published') return fail('its secret stands in the public repository', exhibit);
      if (sessionSecret.state === 'short') return failWith({ severity: 'high' }, 'its secret is short enough to be tried offline', exhibit);
      // Where it is not set the console makes one, or finds the one that came with a checkout.
      if (sessionSecret.state === 'own') return pass('it has one of its own', exhibit);
      return unknown('where the secret comes from is not in these files', exhibit);
    },
  },
  rationale: 'Whoever knows the secret signs a session cookie for himself and is an administrator without a password.',
  remediation:
    'Set `SESSION_SECRET` of the console to a random value (`openssl rand -hex 32`) or delete `.session_secret` in its data folder, restart it, and log everybody out.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [798, 321] },

  evaluate({ 'betterdesk-console.login-page': { csrfHash, version } }) {
    const exhibit = saw('betterdesk-console.login-page', `the hash in __csrf: ${csrfHash}; console ${version || 'of unknown release'}`);
    if (csrfHash === 'published secret') return fail('its secret stands in the public repository', exhibit);
    if (csrfHash === 'other secret' && MEASURED.test(version)) return pass('it has another', exhibit);
    return unknown('how this release makes the hash is not known', exhibit);
  },
});
