import check from '../../../src/checks/http/directory-listing.js';
import { testCheck } from '../../support/test-check.js';
import { final } from '../../support/web-facts.js';

testCheck(check, {
  fail: [
    { name: 'nginx and Apache', facts: final({ title: 'Index of /' }) },
    { name: "Python's http.server", facts: final({ title: 'Directory listing for /' }) },
  ],
  pass: [{ name: 'a page', facts: final({ title: 'Welcome' }) }],
  'not-applicable': [{ name: 'an error', facts: final({ status: 403, title: 'Index of /' }) }],
});
