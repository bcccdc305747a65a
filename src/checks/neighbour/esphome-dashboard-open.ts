import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/esphome-dashboard-open',
  title: 'The ESPHome dashboard asks for a login',
  severity: 'critical',
  subject: 'neighbour',
  requires: ['neighbour.esphome'],
  rationale: 'The editor hands out device files with Wi-Fi secrets and takes new firmware.',
  remediation:
    'Start the dashboard with `--username` and `--password` (container: `USERNAME`, `PASSWORD`), or with `--address 127.0.0.1`. In the ESPHome add-on (app) remove `leave_front_door_open: true`.',
  references: ['https://esphome.io/guides/security_best_practices/'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.esphome': look }) => judgeDoor('neighbour.esphome', look),
});
