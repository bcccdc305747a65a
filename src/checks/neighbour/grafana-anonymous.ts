import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/grafana-anonymous',
  title: 'Grafana asks for a login',
  severity: 'medium',
  subject: 'neighbour',
  requires: ['neighbour.grafana'],
  rationale: 'Dashboards show the life of the house to everybody on the network.',
  remediation: 'In grafana.ini set `enabled = false` in the section `[auth.anonymous]`.',
  references: ['https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/configure-authentication/anonymous-auth/'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.grafana': look }) => judgeDoor('neighbour.grafana', look),
});
