import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/debug-console',
  title: "Werkzeug's debugger does not answer",
  severity: 'critical',
  subject: 'webssh',
  requires: ['webssh.debugger'],
  rationale: 'The debugger runs any Python that it is given; a PIN of nine digits is all that stands before it.',
  remediation: 'Set `DEBUG=False` and start WebSSH as its image does, under gunicorn, never with the development starter.',
  references: ['https://werkzeug.palletsprojects.com/en/stable/debug/'],
  mapping: { cwe: [489, 94] },

  evaluate({ 'webssh.debugger': { status, contentType } }) {
    const exhibit = saw('webssh.debugger', `the debugger's style sheet: status ${status}${contentType && `, ${contentType}`}`);
    if (status === 200 && contentType.startsWith('text/css')) return fail('the debugger is there', exhibit);
    return pass('the debugger is not there', exhibit);
  },
});
