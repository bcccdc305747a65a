import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/nodered-open',
  title: 'Node-RED asks for a login before it shows or takes flows',
  severity: 'critical',
  subject: 'neighbour',
  requires: ['neighbour.node-red'],
  rationale: 'Function and exec nodes run code: whoever opens the editor owns the machine.',
  remediation:
    'In settings.js set `adminAuth`, or bind the editor with `uiHost: "127.0.0.1"`. In the Node-RED add-on (app) leave `leave_front_door_open` off and publish no port.',
  references: ['https://nodered.org/docs/user-guide/runtime/securing-node-red'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.node-red': look }) => judgeDoor('neighbour.node-red', look),
});
