import { valueOf } from '../../model/observation.js';
import { type CheckContext, defineCheck, fail, pass, passWith, saw } from '../check.js';

const BY_ITS_CONFIGURATION = 80;

export default defineCheck({
  id: 'containerssh/webhook-plaintext',
  title: 'Passwords reach the authentication webhook encrypted',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
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
  const here = webhooks.filter(({ url }) => URL.canParse(url) && Number(new URL(url).port || 80) === subject.port);
  return here.length > 0 && here.every(({ loopback }) => loopback);
}
