import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/go2rtc-rtsp-open',
  title: 'The RTSP server of go2rtc asks for a login',
  severity: 'high',
  subject: 'neighbour',
  requires: ['neighbour.go2rtc-rtsp'],
  rationale: 'Every camera can be watched by everybody on the network.',
  remediation: 'In go2rtc.yaml set `rtsp.username` and `rtsp.password`: the API has a password of its own.',
  references: ['https://github.com/AlexxIT/go2rtc#module-rtsp'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.go2rtc-rtsp': look }) => judgeDoor('neighbour.go2rtc-rtsp', look),
});
