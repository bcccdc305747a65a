import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'web-terminal/wetty-metrics-public',
  title: 'WeTTY does not show its metrics to everybody',
  severity: 'low',
  subject: 'web-terminal',
  requires: ['web-terminal.metrics'],
  rationale: 'They list the paths that were visited, user names in `/ssh/<user>` included, and when somebody is logged in.',
  remediation: 'Let the proxy in front refuse `/metrics` to everybody but your monitoring.',
  references: ['https://github.com/butlerx/wetty'],
  mapping: { cwe: [200] },

  evaluate({ 'web-terminal.metrics': { status, connections } }) {
    const exhibit = saw('web-terminal.metrics', `GET /metrics answered ${status}${connections ? ' with wetty_connections' : ''}`);
    return connections ? fail('they are there for everybody', exhibit) : pass('they are not shown', exhibit);
  },
});
