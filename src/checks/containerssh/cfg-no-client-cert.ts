import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/cfg-no-client-cert',
  title: 'ContainerSSH shows its webhooks a client certificate',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-auth'],
  rationale: 'Without one a webhook cannot tell ContainerSSH from anybody else, and answers whoever asks.',
  remediation:
    'Set `cert` and `key` beside each `url` under `auth.*.webhook` and `configserver` in config.yaml, and let the webhook demand certificates of that CA.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [306] },

  evaluate({ 'containerssh.config-auth': { webhooks } }) {
    const secure = webhooks.filter((webhook) => webhook.secure);
    if (secure.length === 0) return notApplicable('no webhook is called by https://');
    const without = secure.filter(({ clientCertificate }) => !clientCertificate);
    const shown = (without.length > 0 ? without : secure).map(({ key, url, place }) =>
      saw('containerssh.config-auth', `${key}: ${url}`, place),
    );
    if (without.length > 0) return fail(`${without.map(({ key }) => key).join(', ')} has no cert and key`, ...shown);
    return pass('each has cert and key', ...shown);
  },
});
