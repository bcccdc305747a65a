import { defineCheck, fail, pass, saw, unknown } from '../check.js';

/** What both generations say to a client without a session (app/socket_events.py). */
const REFUSALS = ['unauthenticated', 'unavailable', 'recovery_required'];

export default defineCheck({
  id: 'webssh/socket-unauthenticated',
  title: 'The terminal channel is closed to strangers',
  severity: 'critical',
  subject: 'webssh',
  requires: ['webssh.socket-stranger'],
  rationale: 'Over this channel SSH sessions are opened, typed into and read.',
  remediation: 'Upgrade to a current release, and take the port off the network until it is done.',
  references: ['https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [306] },

  evaluate({ 'webssh.socket-stranger': { status } }) {
    const exhibit = saw('webssh.socket-stranger', `the event "connected" said ${status}`);
    if (status === 'success') return fail('a client without a session is taken for a user', exhibit);
    return REFUSALS.includes(status)
      ? pass('a client without a session is sent away', exhibit)
      : unknown('an answer that is not known', exhibit);
  },
});
