import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-first-run-open',
  title: 'The hub has an owner; the next visitor cannot become it',
  severity: 'critical',
  subject: 'beszel-hub',
  considers: ['beszel-hub.claim', 'beszel-hub.first-run'],
  rationale:
    'Whoever fills in the first form becomes admin of the hub and superuser of the PocketBase below it, and with that reads every system.',
  remediation:
    'Register the first user now, from a host that you trust, or set `USER_EMAIL` and `USER_PASSWORD` in the environment of the hub before its first start. Keep port 8090 closed until then.',
  references: ['https://beszel.dev/guide/getting-started', 'https://beszel.dev/guide/security'],
  mapping: { cwe: [306, 1188] },

  evaluate(_facts, _context, { 'beszel-hub.claim': claim, 'beszel-hub.first-run': flag }) {
    const answer = valueOf(claim)?.answer;
    const exhibit = saw('beszel-hub.claim', `the form of the first user, sent empty: status ${valueOf(claim)?.status}, ${answer}`);
    if (answer === 'open') return fail('nobody is registered, and it takes the first user from anybody', exhibit);
    if (answer) return pass('it takes no first user any more', exhibit);
    const firstRun = valueOf(flag)?.firstRun;
    if (firstRun === false) return pass('a user is registered', saw('beszel-hub.first-run', 'firstRun: false'));
    if (firstRun)
      return unknown(
        'nobody is registered; whether the form of the first user is open was not seen',
        saw('beszel-hub.first-run', 'firstRun: true'),
      );
    return unknown('neither its first-run flag nor its form could be seen');
  },
});
