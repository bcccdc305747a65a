import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'web-terminal/debug',
  title: 'Debug mode is off',
  severity: 'high',
  subject: 'web-terminal',
  requires: ['web-terminal.unknown-path'],
  rationale: 'Debug mode shows file paths and code to everybody, and is what allows WebSockets of any origin.',
  remediation: 'Start webssh with `--debug=false` (the default).',
  references: ['https://github.com/huashengdun/webssh#options'],
  mapping: { cwe: [489, 209] },

  evaluate({ 'web-terminal.unknown-path': { status, contentType, traceback } }) {
    const exhibit = saw(
      'web-terminal.unknown-path',
      `an unknown path answered ${status}, ${contentType}${traceback ? ', with a traceback' : ''}`,
    );
    if (traceback) return fail('it shows tracebacks', exhibit);
    return status === 404 ? pass('an unknown path is answered without one', exhibit) : unknown(`status ${status} says neither`, exhibit);
  },
});
