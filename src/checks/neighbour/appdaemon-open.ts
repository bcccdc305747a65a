import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/appdaemon-open',
  title: 'AppDaemon asks for a password',
  severity: 'high',
  subject: 'neighbour',
  requires: ['neighbour.appdaemon'],
  rationale: 'Its API calls services of Home Assistant with its own token.',
  remediation: 'In appdaemon.yaml set `http: password:`, or bind `http: url:` to 127.0.0.1.',
  references: ['https://appdaemon.readthedocs.io/en/latest/CONFIGURE.html'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.appdaemon': look }) => judgeDoor('neighbour.appdaemon', look),
});
