import check from '../../../src/checks/ssh/debug-port-exposed.js';
import { banner } from '../../support/ssh-facts.js';
import { testCheck } from '../../support/test-check.js';

const dropbear = banner('SSH-2.0-dropbear_2016.74');

testCheck(check, {
  fail: [
    { name: 'Dropbear on 22222', facts: dropbear, subject: { port: 22222 } },
    { name: 'a profile calls the port so', facts: dropbear, subject: { port: 2022, role: 'debug-ssh' } },
    { name: 'on a public address', facts: dropbear, subject: { port: 22222 }, context: { exposure: 'public' }, because: 'public' },
  ],
  'not-applicable': [{ name: 'ordinary SSH', facts: dropbear, subject: { port: 22, role: 'ssh' } }],
});
