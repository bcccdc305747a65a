import check from '../../../src/checks/containerssh/webhook-legacy-tls.js';
import { protocols, TLS, webhook } from '../../support/containerssh-facts.js';
import { callsPort8443, door } from '../../support/containerssh-door.js';
import { testCheck, testFiles } from '../../support/test-check.js';

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

const named = (...versions: Parameters<typeof protocols>) => ({ facts: callsPort8443(), context: door(protocols(...versions)) });

testFiles(check, {
  fail: [{ name: 'the port that the file names', ...named(['TLSv1.1', 'TLSv1.2'], ['TLSv1.0']), because: 'port 8443' }],
  pass: [{ name: 'the port that the file names', ...named(['TLSv1.3'], ['TLSv1.0', 'TLSv1.1', 'TLSv1.2']) }],
  unknown: [{ name: 'its TLS was not looked at', facts: callsPort8443(), context: door({}) }],
});
