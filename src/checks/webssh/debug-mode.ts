import { PAGE_HEADERS } from '../../knowledge/webssh.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, pass, saw, unknown } from '../check.js';
import { switchedOn } from '../webssh-settings.js';
import { hidden, written } from '../written.js';

const HSTS = 'strict-transport-security';

export default defineCheck({
  id: 'webssh/debug-mode',
  title: 'Debug mode is off',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.login'],
  considers: ['webssh.session', 'webssh.health'],
  files: {
    requires: ['webssh.config'],
    evaluate({ 'webssh.config': { debug } }) {
      const exhibit = written('webssh.config', 'DEBUG', debug);
      const state = switchedOn(debug.value);
      if (state !== 'off') return failWith({ confidence: state === 'on' ? 100 : 80 }, 'debug mode is on', exhibit);
      return hidden({ DEBUG: debug }) ?? pass('debug mode is off', exhibit);
    },
  },
  rationale:
    'Debug mode sends cookies without `Secure`, allows any origin, opens registration and, with the development starter, runs code.',
  remediation: 'Set `DEBUG=False` in the environment of the container and start it again.',
  references: ['https://flask.palletsprojects.com/en/stable/debugging/'],
  mapping: { cwe: [489] },

  evaluate({ 'webssh.login': { headers } }, _context, { 'webssh.session': session, 'webssh.health': health }) {
    if (headers[HSTS]) return pass('it sends HSTS, which debug mode leaves out', saw('webssh.login', `${HSTS}: ${headers[HSTS]}`));
    const missing = PAGE_HEADERS.filter((name) => !headers[name]);
    if (missing.length > 0) return unknown('something in front takes its headers away', saw('webssh.login', `no ${missing.join(', ')}`));
    const witnesses = [
      ...(valueOf(session)?.secure === false ? [saw('webssh.session', 'session cookie without Secure')] : []),
      ...(valueOf(health)?.indented ? [saw('webssh.health', 'indented JSON')] : []),
    ];
    const exhibit = saw('webssh.login', 'every header of WebSSH but HSTS');
    return failWith({ confidence: witnesses.length > 0 ? 95 : 75 }, 'it leaves out HSTS as only debug mode does', exhibit, ...witnesses);
  },
});
