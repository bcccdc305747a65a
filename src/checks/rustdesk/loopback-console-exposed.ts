import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'rustdesk/loopback-console-exposed',
  title: 'The command console of the server is not on the network',
  severity: 'critical',
  subject: 'rustdesk',
  requires: ['rustdesk.console'],
  rationale:
    'hbbs and hbbr take commands without a login from 127.0.0.1. A tunnel or proxy on the same host makes everybody come from there.',
  remediation: 'Remove the forwarder on the host, or let it forward to the public address of the host in place of 127.0.0.1.',
  references: ['https://github.com/rustdesk/rustdesk-server'],
  mapping: { cwe: [306, 441] },

  evaluate({ 'rustdesk.console': { open, saw: words } }, { exposure }) {
    const exhibit = saw('rustdesk.console', words);
    if (!open) return pass('it talks to us as to a client', exhibit);
    return exposure === 'loopback' ? notApplicable('on loopback it is meant to be there') : fail('it takes commands from us', exhibit);
  },
});
