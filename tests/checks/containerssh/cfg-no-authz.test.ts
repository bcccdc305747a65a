import check from '../../../src/checks/containerssh/cfg-no-authz.js';
import { authConfigOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const oauth2 = (provider: string, ...more: string[]) =>
  authConfigOf({ methods: ['keyboardInteractive', ...more], provider: { value: provider } });

testCheck(check, {
  fail: [
    { name: 'generic', facts: oauth2('generic') },
    { name: 'OpenID Connect', facts: oauth2('oidc') },
  ],
  pass: [
    { name: 'GitHub compares the names', facts: oauth2('github') },
    { name: 'a webhook decides', facts: oauth2('oidc', 'authz') },
  ],
  unknown: [
    {
      name: 'a list in its place',
      facts: authConfigOf({ methods: ['keyboardInteractive'], provider: { value: null, unresolved: 'no text' } }),
    },
  ],
  'not-applicable': [{ name: 'no OAuth2', facts: authConfigOf({ methods: ['password'] }) }],
});
