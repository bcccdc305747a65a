import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/config-update-leak',
  title: 'The NAT test tells nothing about other servers',
  severity: 'info',
  subject: 'rustdesk',
  requires: ['rustdesk.nat-test'],
  rationale: 'The list of rendezvous servers and relays goes to everybody who asks, with their addresses.',
  remediation: 'Expected where `RELAY_SERVERS` or `RENDEZVOUS_SERVERS` name several; list no internal addresses there.',
  references: ['https://rustdesk.com/docs/en/self-host/'],
  mapping: { cwe: [200] },

  evaluate({ 'rustdesk.nat-test': { servers, serial } }) {
    const exhibit = saw('rustdesk.nat-test', servers ? `a list of ${servers} servers, serial ${serial}` : 'no list of servers');
    return servers > 0 ? fail(`it names ${servers} other server${servers > 1 ? 's' : ''}`, exhibit) : pass('it names none', exhibit);
  },
});
