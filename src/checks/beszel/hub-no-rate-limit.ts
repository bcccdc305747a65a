import { defineCheck, failWith, pass, saw } from '../check.js';

/** A slower limit than the stock one may stand behind these few. */
const BY_FOUR = 80;

export default defineCheck({
  id: 'beszel/hub-no-rate-limit',
  title: 'The hub slows down who keeps failing to log in',
  severity: 'medium',
  subject: 'beszel-hub',
  requires: ['beszel-hub.failed-logins'],
  rationale: 'The limiter of PocketBase is off unless somebody turns it on, so passwords can be tried as fast as the hub answers.',
  remediation:
    'Turn on the rate limiter in the PocketBase dashboard (`/_/`, Settings, Application); behind a proxy set its trusted headers there, too, or everybody shares one limit.',
  references: ['https://pocketbase.io/docs/going-to-production/#enable-rate-limiter'],
  mapping: { cwe: [307] },

  evaluate({ 'beszel-hub.failed-logins': { attempts, limitedAfter } }) {
    const exhibit = saw(
      'beszel-hub.failed-logins',
      `${attempts} wrong logins in a row, ${limitedAfter === null ? 'each answered' : 'then 429'}`,
    );
    if (limitedAfter !== null) return pass(`it answered 429 to login ${limitedAfter}`, exhibit);
    return failWith({ confidence: BY_FOUR }, `it answered ${attempts} wrong logins in a row`, exhibit);
  },
});
