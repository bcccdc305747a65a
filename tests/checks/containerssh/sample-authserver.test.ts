import check from '../../../src/checks/containerssh/sample-authserver.js';
import { logins, oauth2Page, sample, webhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [{ name: 'foo gets in', facts: { ...root(), ...sample(), ...logins(false, false, true) } }],
  pass: [
    { name: 'a service of somebody else', facts: { ...root(), ...webhook() } },
    { name: 'built on the same library', facts: { ...root(), ...sample(), ...logins(false, false, false) } },
    { name: 'the OAuth2 page on the same port', facts: oauth2Page() },
  ],
  unknown: [{ name: 'its user was not tried', facts: { ...root(), ...sample() } }],
  'not-applicable': [{ name: 'no webhook', facts: root() }],
});
