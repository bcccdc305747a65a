import { OAUTH2_TITLE } from '../../knowledge/containerssh.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';
import { contradicts, serviceNamed } from '../containerssh-files.js';

export default defineCheck({
  id: 'containerssh/oauth2-page-plain',
  title: 'The OAuth2 page of ContainerSSH is reached through TLS',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['http.root'],
  rationale: 'The page shows the code that completes a login. Over plain HTTP everybody on the way reads it, too.',
  remediation:
    'In config.yaml under `auth.keyboardInteractive.oauth2.redirect` set `cert` and `key`, and an https:// address at the provider.',
  references: ['https://containerssh.io/reference/auth-oauth2/'],
  mapping: { cwe: [319] },

  evaluate({ 'http.root': { title } }, { subject, exposure }) {
    if (title !== OAUTH2_TITLE) return notApplicable('this port does not serve the OAuth2 page');
    if (subject.tls) return pass('it is served inside TLS', saw('http.root', `"${title}" over TLS`));
    if (exposure === 'loopback') return pass('it is served on a loopback address', saw('http.root', `"${title}"`));
    if (serviceNamed(subject, /redirect$/)?.onLoopback) return unknown(contradicts('it'));
    return fail('it is served over plain HTTP', saw('http.root', `"${title}" without TLS`));
  },
});
