import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'web-terminal/headers',
  title: 'The terminal cannot be put into the frame of a foreign page',
  severity: 'low',
  subject: 'web-terminal',
  requires: ['web-terminal.page'],
  rationale: 'In a frame, a foreign page can lead clicks and keys of its visitors into the terminal.',
  remediation: "Let the proxy in front add `X-Frame-Options: DENY` and `Content-Security-Policy: frame-ancestors 'none'`.",
  references: ['https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Frame-Options'],
  mapping: { cwe: [1021] },

  evaluate({ 'web-terminal.page': { door, headers } }) {
    const found = ['x-frame-options', 'content-security-policy'].filter((name) => headers[name]);
    if (found.length > 0) return pass('the page forbids it', saw('web-terminal.page', found.join(', ')));
    if (door !== 'open') return notApplicable('the terminal page was not shown');
    return fail('nothing forbids it', saw('web-terminal.page', 'neither X-Frame-Options nor Content-Security-Policy'));
  },
});
