import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'betterdesk/forwarded-for-trusted',
  title: 'The console believes no stranger’s X-Forwarded-For',
  severity: 'high',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.forwarded'],
  rationale: 'Its limits count by address: whoever may choose the address with each request has no limit.',
  remediation:
    'Set `TRUST_PROXY` of the console to the address of your proxy in place of a number, or remove it, and publish 5000 on 127.0.0.1 so that only the proxy reaches it.',
  references: ['https://expressjs.com/en/guide/behind-proxies.html'],
  mapping: { cwe: [348, 307] },

  evaluate({ 'betterdesk-console.forwarded': { remaining } }) {
    const exhibit = saw('betterdesk-console.forwarded', `RateLimit-Remaining ${remaining.join(', ')}; the last two with forged addresses`);
    const [own = 0, first = 0, second = 0] = remaining;
    if (first < own && second < first) return pass('forged addresses count as ours', exhibit);
    // A forged address has a count of its own: full each time, whatever ours has come to.
    if (first === second && first >= own) return fail('each forged address has a limit of its own', exhibit);
    return unknown('the counts say neither', exhibit);
  },
});
