import check from '../../../src/checks/webssh/registration-open.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { configOf, login, registration } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    { name: 'a form', facts: { ...login(), ...registration({ status: 200, location: '', title: 'Konto', form: true }) } },
    {
      name: 'a page cut off before its form',
      facts: { ...login(), ...registration({ status: 200, title: 'Register - Web SSH Terminal' }) },
    },
  ],
  pass: [
    { name: 'sent to the login', facts: { ...login(), ...registration() } },
    { name: 'not found', facts: { ...login(), ...registration({ status: 404, location: '' }) } },
  ],
  'not-applicable': [
    {
      name: 'nobody owns it yet',
      facts: { ...login({ status: 302, location: '/register' }), ...registration({ status: 200, form: true }) },
    },
  ],
  unknown: [{ name: 'a broken proxy', facts: { ...login(), ...registration({ status: 502 }) } }],
});

testFiles(check, {
  fail: ['True', 'true'].map((value) => ({ name: value, facts: configOf({ registrationEnabled: { value } }) })),
  pass: [{ name: 'False', facts: configOf() }],
  unknown: [{ name: 'the default', facts: configOf({ registrationEnabled: { value: null } }) }],
});
