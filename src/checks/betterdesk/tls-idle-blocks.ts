import { defineCheck, fail, pass, saw } from '../check.js';

/** Half of the silence that was kept: a loaded network answers sooner. */
const BLOCKED_MS = 250;

export default defineCheck({
  id: 'betterdesk/tls-idle-blocks',
  title: 'A silent connection keeps nobody out',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['rustdesk.idle-blocks'],
  rationale:
    'With TLS on, 2.x waits for the first byte of each connection before it takes the next: one silent client stops the port for all.',
  remediation:
    'Put a front with time-outs of its own before 21115 to 21117 (HAProxy: `timeout client`), or leave `TLS_SIGNAL` and `TLS_RELAY` off until upstream sets a deadline.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [400] },

  evaluate({ 'rustdesk.idle-blocks': { blockedMs } }) {
    const exhibit = saw('rustdesk.idle-blocks', `answered after ${blockedMs} ms beside a connection that was silent for 500 ms`);
    return blockedMs >= BLOCKED_MS ? fail('others wait until it leaves', exhibit) : pass('others are answered meanwhile', exhibit);
  },
});
