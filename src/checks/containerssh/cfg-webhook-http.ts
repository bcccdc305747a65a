import { defineCheck, fail, failWith, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/cfg-webhook-http',
  title: 'config.yaml calls every webhook by https://',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.config-auth'],
  rationale:
    'Passwords, keys and whole configurations go to the webhooks, and their answers decide who gets in. Over http:// both can be read and forged.',
  remediation:
    'Serve the webhook by HTTPS and set `url: https://…` with `cacert`, `cert` and `key` under `auth.*.webhook` (or `configserver`) in config.yaml.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [319] },

  evaluate({ 'containerssh.config-auth': { webhooks } }) {
    if (webhooks.length === 0) return notApplicable('no webhook is set');
    const show = ({ key, url, place }: (typeof webhooks)[number]) => saw('containerssh.config-auth', `${key}: ${url}`, place);
    const plain = webhooks.filter(({ secure }) => !secure);
    const far = plain.filter(({ loopback }) => !loopback);
    if (far.length > 0) return fail(`${far.map(({ key }) => key).join(', ')} goes over the network without TLS`, ...far.map(show));
    if (plain.length > 0)
      return failWith({ severity: 'low' }, 'local programs could read and answer: plain HTTP over loopback', ...plain.map(show));
    return pass('each is https://', ...webhooks.map(show));
  },
});
