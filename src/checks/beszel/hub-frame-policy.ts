import { judgeEach } from '../beszel-config.js';
import { judgeFraming } from '../beszel.js';
import { defineCheck, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'beszel/hub-frame-policy',
  title: 'Foreign pages cannot show the hub in a frame',
  severity: 'low',
  subject: 'beszel-hub',
  requires: ['http.final'],
  files: {
    requires: ['beszel-hub.config'],
    evaluate: ({ 'beszel-hub.config': hubs }) =>
      judgeEach(hubs, ({ csp }) => {
        const exhibit = written('beszel-hub.config', 'CSP', csp);
        if (csp.value) return judgeFraming(csp.value, '', exhibit);
        return hidden({ CSP: csp }) ?? pass('CSP is not set, so X-Frame-Options is sent', exhibit);
      }),
  },
  rationale:
    'A page that shows the hub in an invisible frame lets its visitors click in it. Where CSP is set, the hub leaves X-Frame-Options out.',
  remediation: "Add `frame-ancestors 'self'` to `CSP` in the environment of the hub.",
  references: [
    'https://beszel.dev/guide/environment-variables',
    'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/frame-ancestors',
  ],
  mapping: { cwe: [1021] },

  evaluate({ 'http.final': { headers } }) {
    const policy = headers['content-security-policy'] ?? '';
    const options = headers['x-frame-options'] ?? '';
    return judgeFraming(
      policy,
      options,
      saw('http.final', `X-Frame-Options: ${options || '(none)'}; Content-Security-Policy: ${policy || '(none)'}`),
    );
  },
});
