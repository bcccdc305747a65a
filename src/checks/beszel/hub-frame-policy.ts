import { judgeFraming } from '../beszel.js';
import { defineCheck, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-frame-policy',
  title: 'Foreign pages cannot show the hub in a frame',
  severity: 'low',
  subject: 'beszel-hub',
  requires: ['http.final'],
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
