import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/code-server-open',
  title: 'code-server asks for a password',
  severity: 'critical',
  subject: 'neighbour',
  requires: ['neighbour.code-server'],
  rationale: 'The editor has a terminal, and its proxy reaches every port of the machine behind the firewall.',
  remediation: 'In config.yaml of code-server set `auth: password` and `bind-addr: 127.0.0.1:8080`, with a proxy in front.',
  references: ['https://coder.com/docs/code-server/guide'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.code-server': look }) => judgeDoor('neighbour.code-server', look),
});
