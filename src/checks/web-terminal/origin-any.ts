import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'web-terminal/origin-any',
  title: 'Pages of foreign origins may not open the terminal',
  severity: 'medium',
  subject: 'web-terminal',
  requires: ['web-terminal.socket-origin'],
  rationale:
    'Any page that somebody opens can then type into the terminal from their browser, from inside the network or logged in as they are.',
  remediation: {
    default: 'Let the proxy in front refuse WebSockets whose `Origin` is not its own.',
    ttyd: 'Start it with `--check-origin`.',
    gotty: 'Remove `--ws-origin`, or give it the exact origin.',
    'huashengdun-webssh': 'Start it with `--origin=same` (the default), and without `--debug`.',
  },
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/WebSocket_Security_Cheat_Sheet.html'],
  mapping: { cwe: [1385] },

  evaluate({ 'web-terminal.socket-origin': { accepted, saw: words } }) {
    const exhibit = saw('web-terminal.socket-origin', words);
    return accepted ? fail('its WebSocket opens for any page', exhibit) : pass('its WebSocket refuses foreign pages', exhibit);
  },
});
