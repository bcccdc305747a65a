import { defineCheck, unknown } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/go2rtc-open',
  title: 'The go2rtc API asks for a login',
  severity: 'critical',
  subject: 'neighbour',
  requires: ['neighbour.go2rtc'],
  rationale: 'Whoever reaches the API sees every camera, reads their passwords and can add a source that runs a command.',
  remediation: 'In go2rtc.yaml set `api.username` and `api.password`, or `api.listen: "127.0.0.1:1984"`.',
  references: ['https://github.com/AlexxIT/go2rtc#module-api'],
  mapping: { cwe: [306] },

  evaluate({ 'neighbour.go2rtc': look }, { exposure }) {
    // Calls from 127.* and ::1 need no password unless `local_auth: true`.
    if (exposure === 'loopback' && look.door === 'open') return unknown('asked from the machine itself, where no password is needed');
    return judgeDoor('neighbour.go2rtc', look);
  },
});
