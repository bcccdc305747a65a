import check from '../../../src/checks/containerssh/webhook-legacy-tls.js';
import { protocols, TLS, webhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

const speaks = (accepted: string[], refused: string[]) => ({ facts: { ...webhook(), ...protocols(accepted, refused) }, ...TLS });

testCheck(check, {
  fail: [{ name: 'as seen', ...speaks(['TLSv1.0', 'TLSv1.2'], []) }],
  pass: [{ name: 'as it should be', ...speaks(['TLSv1.2'], ['TLSv1.0', 'TLSv1.1']) }],
  unknown: [
    { name: 'no clear answer', ...speaks(['TLSv1.2'], []) },
    { name: 'not looked at', facts: webhook(), ...TLS },
  ],
  'not-applicable': [{ name: 'plain HTTP', facts: webhook() }],
});
