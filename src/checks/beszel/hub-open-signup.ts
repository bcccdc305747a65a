import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-open-signup',
  title: 'Strangers cannot register themselves on the hub',
  severity: 'high',
  subject: 'beszel-hub',
  requires: ['beszel-hub.sign-up'],
  rationale: 'Several published vulnerabilities of Beszel need any login at all; where anybody may register, they need nothing.',
  remediation:
    'In the PocketBase dashboard (`/_/`, collection `users`, API rules) set the create rule back to superusers only, and remove accounts that you do not know. A restart of the hub puts its own rule back, too.',
  references: ['https://pocketbase.io/docs/api-rules-and-filters/', 'https://beszel.dev/guide/security'],
  mapping: { cwe: [284] },

  evaluate({ 'beszel-hub.sign-up': { status, answer } }) {
    const exhibit = saw('beszel-hub.sign-up', `an empty registration: status ${status}, ${answer}`);
    if (answer === 'open') return fail('it missed nothing but the password in a registration', exhibit);
    return pass(answer === 'closed' ? 'only superusers create users' : 'nobody registers with a password', exhibit);
  },
});
