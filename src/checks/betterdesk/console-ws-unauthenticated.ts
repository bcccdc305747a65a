import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'betterdesk/console-ws-unauthenticated',
  title: 'The console’s WebSockets ask for a session',
  severity: 'high',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.websocket'],
  rationale: 'They lead through the console to the signal port and the relay, past the firewall that hides those.',
  remediation: 'Update the console; until then let the proxy in front refuse `/ws/rendezvous` and `/ws/relay`.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [306] },

  evaluate({ 'betterdesk-console.websocket': { status } }) {
    const exhibit = saw('betterdesk-console.websocket', `upgrade of /ws/rendezvous without a cookie: ${status}`);
    if (status === 101) return fail('anybody is connected', exhibit);
    // That a cookie is looked up, and not only there, takes a session of one's own to see.
    if (status === 401 || status === 403) return pass('it wants a cookie', exhibit);
    return unknown('the answer says neither', exhibit);
  },
});
