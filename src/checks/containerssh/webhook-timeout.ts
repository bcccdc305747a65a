import { defineCheck, failWith, passWith, saw } from '../check.js';

/** Silence is seen; that a failing webhook is behind it is not. */
const INFERRED = 60;

export default defineCheck({
  id: 'containerssh/webhook-timeout',
  title: 'The webhook of ContainerSSH answers',
  severity: 'low',
  subject: 'containerssh',
  requires: ['containerssh.key-query'],
  rationale:
    'A webhook that is down, has a bad certificate, answers other than 200 or with unknown keys is asked again and again: logins hang for `authTimeout`, and nobody gets in.',
  remediation:
    'Look into the log of ContainerSSH, then at the address, certificate and answers of the webhook behind `auth.publicKey.webhook.url`; monitor it.',
  references: ['https://containerssh.io/reference/auth-webhook/'],
  mapping: { cwe: [754] },

  evaluate({ 'containerssh.key-query': { answer, waitedMs } }) {
    const exhibit = saw('containerssh.key-query', `${answer === 'none' ? 'no answer' : answer} after ${waitedMs} ms`);
    if (answer === 'none') return failWith({ confidence: INFERRED }, `a login got no answer within ${waitedMs} ms`, exhibit);
    return passWith({ confidence: INFERRED }, 'a login was answered at once', exhibit);
  },
});
