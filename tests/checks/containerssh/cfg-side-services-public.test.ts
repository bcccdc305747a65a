import check from '../../../src/checks/containerssh/cfg-side-services-public.js';
import { servicesOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const redirect = 'auth.keyboardInteractive.oauth2.redirect';

testCheck(check, {
  fail: [
    { name: 'metrics on every address', facts: servicesOf({ key: 'metrics' }), because: 'metrics' },
    { name: 'TLS for everybody', facts: servicesOf({ tls: true }) },
    { name: 'the OAuth2 page without TLS', facts: servicesOf({ key: redirect }) },
  ],
  pass: [
    { name: 'loopback', facts: servicesOf({ onLoopback: true }) },
    { name: 'client certificates', facts: servicesOf({ tls: true, clientCa: true }) },
    { name: 'the OAuth2 page in TLS, for its users', facts: servicesOf({ key: redirect, tls: true }) },
    { name: 'a health page that is not named is another check’s', facts: servicesOf({ place: undefined }) },
  ],
});
