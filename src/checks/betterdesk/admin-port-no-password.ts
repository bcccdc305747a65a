import { defineCheck, fail, failWith, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

/** Releases of 3.x open no such port without a password. */
const ON_2X = 80;

export default defineCheck({
  id: 'betterdesk/admin-port-no-password',
  title: 'The line console of the server asks for a password',
  severity: 'high',
  subject: 'betterdesk',
  requires: ['betterdesk.config-settings'],
  rationale:
    'Every user and every tunnel on the host administers the server through it. In the mode `signal` 2.x ignores the password as well.',
  remediation: 'Set `ADMIN_PASSWORD` beside `ADMIN_PORT`, or remove `ADMIN_PORT`; with `-mode signal` on 2.x remove it.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [306] },

  evaluate({ 'betterdesk.config-settings': { settings, adminPassword } }) {
    const port = settings['ADMIN_PORT'];
    if (!port || port.value === '0' || port.value === '')
      return pass('there is no line console', saw('betterdesk.config-settings', 'ADMIN_PORT is not set'));
    const exhibit = written('betterdesk.config-settings', 'ADMIN_PORT', port);
    const mode = settings['-mode'];
    if (adminPassword.set && mode?.value === 'signal') {
      const exhibits = [exhibit, written('betterdesk.config-settings', '-mode', mode)];
      return failWith({ confidence: ON_2X }, 'started as `signal` it takes everybody, whatever password is set', ...exhibits);
    }
    if (adminPassword.set) return pass('a password is set', exhibit);
    return hidden({ ADMIN_PORT: port }) ?? fail('no password is set', exhibit);
  },
});
