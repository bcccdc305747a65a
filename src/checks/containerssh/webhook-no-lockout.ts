import { defineCheck, passWith, saw, unknown } from '../check.js';

/** One user and one address were tried: what it does to others is inferred. */
const INFERRED = 80;

export default defineCheck({
  id: 'containerssh/webhook-no-lockout',
  title: 'The authentication webhook stops or slows down whoever guesses passwords',
  severity: 'low',
  subject: 'containerssh',
  requires: ['containerssh.lockout'],
  rationale: 'ContainerSSH allows six tries per connection and any number of connections: only the webhook can count them.',
  remediation:
    'Count failures by `username` and `remoteAddress` over all `connectionId`s in the webhook, and answer `{"success": false}` without looking, or with 429, beyond a few.',
  references: ['https://containerssh.io/reference/auth-webhook/'],
  mapping: { cwe: [307] },

  evaluate({ 'containerssh.lockout': { attempts, stopped, slowed } }) {
    const exhibit = saw(
      'containerssh.lockout',
      `${attempts} wrong passwords: ${stopped ? 'status 429' : slowed ? 'slower and slower' : 'no change'}`,
    );
    if (stopped) return passWith({ confidence: INFERRED }, `it heard no more after ${attempts - 1} wrong passwords`, exhibit);
    if (slowed) return passWith({ confidence: INFERRED }, 'its answers got slower', exhibit);
    // One that locks in silence goes on saying no.
    return unknown(
      `it said no to ${attempts} wrong passwords alike; whether it would say no to the right one by now cannot be seen`,
      exhibit,
    );
  },
});
