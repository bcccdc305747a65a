import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/online-enumeration',
  title: 'Strangers cannot ask which devices are online',
  severity: 'low',
  subject: 'rustdesk',
  requires: ['rustdesk.online'],
  rationale: 'Ids are short numbers: whoever may ask for lists of them learns which devices exist and when they are used.',
  remediation:
    'That is how the protocol is built, with BetterDesk as with RustDesk’s own server: let the firewall pass 21115 for known networks alone.',
  references: ['https://rustdesk.com/docs/en/self-host/'],
  mapping: { cwe: [200] },

  evaluate({ 'rustdesk.online': { answered } }) {
    const exhibit = saw('rustdesk.online', answered ? 'an invented id was answered as offline' : 'no answer to an OnlineRequest');
    return answered ? fail('lists of ids are answered without a key', exhibit) : pass('it does not say', exhibit);
  },
});
