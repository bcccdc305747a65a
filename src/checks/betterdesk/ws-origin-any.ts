import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'betterdesk/ws-origin-any',
  title: 'The WebSocket ports turn pages of other sites away',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.websocket-origin'],
  rationale: 'Any page that a user of this network opens can talk to the server from inside, through the user’s browser.',
  remediation:
    'Set `WS_ALLOWED_ORIGINS` of the server to the hosts of your web client; clients that name no origin are let in all the same.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security', 'https://www.rfc-editor.org/rfc/rfc6455#section-10.2'],
  mapping: { cwe: [1385] },

  evaluate({ 'betterdesk.websocket-origin': { port, foreign, none } }) {
    const exhibit = saw('betterdesk.websocket-origin', `port ${port}: ${foreign} to a foreign origin, ${none} without one`);
    if (foreign === 101) return fail(`port ${port} takes any origin`, exhibit);
    if (foreign === 403) return pass(`port ${port} refuses foreign origins`, exhibit);
    return unknown('it upgrades neither', exhibit);
  },
});
