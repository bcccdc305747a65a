import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'web-terminal/header-auth-direct',
  title: 'A terminal that trusts a header is reached through its proxy alone',
  severity: 'high',
  subject: 'web-terminal',
  requires: ['web-terminal.page'],
  rationale: 'ttyd takes any value of the header for a login: who reaches its port directly and guesses the name of the header is in.',
  remediation:
    'Bind ttyd to the loopback address (`--interface lo`) so that only the proxy reaches it, or use `--credential` instead of `--auth-header`.',
  references: ['https://github.com/tsl0922/ttyd/wiki/Auth-Proxy', 'https://github.com/tsl0922/ttyd'],
  mapping: { cwe: [290] },

  evaluate({ 'web-terminal.page': { product, door, saw: words } }) {
    if (product !== 'ttyd') return notApplicable('only ttyd takes a login from a header');
    const exhibit = saw('web-terminal.page', words);
    // A proxy asks for its login with 401 or a redirect, and does not hand a 407 on.
    if (door === 'trusted-header')
      return failWith({ confidence: 90 }, 'it waits for a header of a proxy, and answers without one', exhibit);
    return pass('it does not ask for a header of a proxy', exhibit);
  },
});
