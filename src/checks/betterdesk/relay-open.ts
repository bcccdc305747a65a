import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'betterdesk/relay-open',
  title: 'The relay carries nobody but its own devices',
  severity: 'high',
  subject: 'betterdesk',
  requires: ['rustdesk.relay-pairing'],
  rationale: 'A relay that joins any two connections lends its bandwidth and its address to strangers.',
  remediation:
    'Update to a release whose relay wants tickets and keep them required; until then let the firewall pass 21117 for known networks alone.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [306] },

  evaluate({ 'rustdesk.relay-pairing': { paired, held, saw: words } }) {
    const exhibit = saw('rustdesk.relay-pairing', words);
    if (paired) return fail('two connections with an invented key were joined', exhibit);
    return held ? unknown('it neither joined nor refused two strangers', exhibit) : pass('it closed on strangers', exhibit);
  },
});
