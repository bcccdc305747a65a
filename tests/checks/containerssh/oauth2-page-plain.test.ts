import check from '../../../src/checks/containerssh/oauth2-page-plain.js';
import { oauth2Page, TLS } from '../../support/containerssh-facts.js';
import { servicesOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [{ name: 'plain HTTP', facts: oauth2Page() }],
  pass: [
    { name: 'TLS', facts: oauth2Page(), ...TLS },
    { name: 'loopback', facts: oauth2Page(), context: { exposure: 'loopback' } },
  ],
  unknown: [{ name: 'its file says loopback', facts: { ...oauth2Page(), ...servicesOf({ key: 'oauth2.redirect', onLoopback: true }) } }],
  'not-applicable': [{ name: 'another service', facts: root() }],
});
