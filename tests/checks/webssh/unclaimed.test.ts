import check from '../../../src/checks/webssh/unclaimed.js';
import { testCheck } from '../../support/test-check.js';
import { login } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'sent to the first account', facts: login({ status: 302, location: '/register', form: false, title: '' }) }],
  pass: [
    { name: 'a login form', facts: login() },
    { name: 'a login page that was cut off before its form', facts: login({ form: false }) },
  ],
  unknown: [{ name: 'a page of the proxy', facts: login({ status: 502, form: false, title: '502 Bad Gateway' }) }],
});
