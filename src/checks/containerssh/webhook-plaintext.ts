import { valueOf } from '../../model/observation.js';
import { type CheckContext, defineCheck, fail, notApplicable, pass, passWith, saw } from '../check.js';
import { AT_THE_FRONT, isFront } from '../containerssh-files.js';
import { calledAt, isForLogins } from '../containerssh-webhook.js';

const BY_ITS_CONFIGURATION = 80;

export default defineCheck({
  id: 'containerssh/webhook-plaintext',
  title: 'Passwords reach the authentication webhook encrypted',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  files: {
    requires: ['containerssh.config-auth'],
    evaluate({ 'containerssh.config-auth': { webhooks } }, context) {
      const asked = webhooks.filter(isForLogins);
      if (!isFront(context)) return notApplicable(AT_THE_FRONT);
      if (asked.length === 0 || asked.some(({ secure }) => !secure)) return notApplicable('its address is judged by cfg-webhook-http');
      return pass(
        'each is called by https://',
        ...asked.map(({ key, url, place }) => saw('containerssh.config-auth', `${key}: ${url}`, place)),
      );
    },
  },
  rationale: 'ContainerSSH sends it every password that is typed. Whoever sits in between reads them, and answers in its place.',
  remediation:
    'Serve the webhook by HTTPS alone, close its http port, and set `https://` with `cacert` in `auth.*.webhook` of config.yaml.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [319] },

  evaluate(_facts, context) {
    const { subject, exposure } = context;
    if (subject.tls) return pass('it is spoken to inside TLS', saw('containerssh.auth-webhook', 'answered inside TLS'));
    const plain = saw('containerssh.auth-webhook', 'answered over plain HTTP');
    if (exposure === 'loopback') return pass('it was met on a loopback address', plain);
    if (isCalledLocally(context)) {
      return passWith({ confidence: BY_ITS_CONFIGURATION }, 'it speaks plain HTTP, but ContainerSSH calls it over loopback', plain);
    }
    return fail('it speaks plain HTTP on the network', plain);
  },
});

/** The configuration of this host calls the webhook on this very port, and over loopback only. */
function isCalledLocally({ neighbours, subject }: CheckContext): boolean {
  const webhooks = neighbours.flatMap(({ evidence }) => valueOf(evidence['containerssh.config-auth'])?.webhooks ?? []);
  const here = calledAt(webhooks, subject);
  return here.length > 0 && here.every(({ loopback }) => loopback);
}
