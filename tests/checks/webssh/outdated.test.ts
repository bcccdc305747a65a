import check from '../../../src/checks/webssh/outdated.js';
import { testCheck } from '../../support/test-check.js';
import { health, login, OLD_POLICY, OLD_TITLE, registration } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    {
      name: 'scripts from elsewhere',
      facts: login({ title: OLD_TITLE }, { 'content-security-policy': OLD_POLICY }),
      because: 'before 2026-06-19',
    },
    { name: 'old pages without them', facts: login({ title: OLD_TITLE }), because: 'between 2026-06-19' },
    { name: 'old pages and /health', facts: { ...login({ title: OLD_TITLE }), ...health() }, because: 'between 2026-07-30' },
  ],
  pass: [
    { name: 'the new pages', facts: login() },
    {
      name: 'before the first account',
      facts: { ...login({ status: 302, title: '' }), ...registration({ title: 'Create account · WebSSH' }) },
    },
  ],
  unknown: [{ name: 'a page of another title', facts: login({ title: 'Anmelden' }) }],
});
