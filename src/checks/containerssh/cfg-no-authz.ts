import { defineCheck, fail, notApplicable, pass } from '../check.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'containerssh/cfg-no-authz',
  title: 'A login by OAuth2 is bound to the user name that was asked for',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-auth'],
  rationale:
    'The providers `oidc` and `generic` do not compare the identity with the SSH user name: whoever has any account logs in as anybody.',
  remediation:
    'Set `auth.authz.method: webhook` with `auth.authz.webhook.url`, and let that webhook compare `username` with `authenticatedUsername`.',
  references: ['https://containerssh.io/reference/auth-oauth2/'],
  mapping: { cwe: [863] },

  evaluate({ 'containerssh.config-auth': { provider, methods } }) {
    const exhibit = written('containerssh.config-auth', 'oauth2.provider', provider);
    const unclear = hidden({ provider });
    if (unclear) return unclear;
    if (!methods.includes('keyboardInteractive') || provider.value === null) return notApplicable('nobody logs in by OAuth2');
    // `enforceUsername: false` is no such case: loading the file turns it back into true.
    if (provider.value === 'github') return pass('GitHub’s user name has to match', exhibit);
    if (methods.includes('authz')) return pass('an authorization webhook decides', exhibit);
    return fail(`${provider.value} is used without an authorization webhook`, exhibit);
  },
});
