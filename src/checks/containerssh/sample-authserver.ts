import { OAUTH2_TITLE } from '../../knowledge/containerssh.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

const NOT_FOUND = 404;

export default defineCheck({
  id: 'containerssh/sample-authserver',
  title: 'The authentication webhook is not upstream’s sample',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['http.root'],
  considers: ['containerssh.auth-webhook', 'containerssh.webhook-logins'],
  rationale: 'The sample lets the users `foo` and `busybox` in with any password or key: it is there to try ContainerSSH out.',
  remediation: 'Stop containerssh-testauthconfigserver and write a webhook of your own that looks users up.',
  references: ['https://containerssh.io/getting-started/authserver/'],
  mapping: { cwe: [1188, 798] },

  evaluate({ 'http.root': { title } }, _context, { 'containerssh.auth-webhook': webhook, 'containerssh.webhook-logins': tried }) {
    if (title === OAUTH2_TITLE) return pass('the port serves the OAuth2 page', saw('http.root', `"${title}"`));
    const seen = valueOf(webhook);
    if (!seen) return notApplicable('no authentication webhook was met on this port');
    const { libraryError, echoes, authzStatus } = seen;
    const exhibit = saw('containerssh.auth-webhook', `library: ${echoes && libraryError}, POST /authz ${authzStatus}`);
    if (!libraryError || !echoes || authzStatus !== NOT_FOUND) return pass('it answers otherwise than the sample', exhibit);
    const sampleUser = valueOf(tried)?.sampleUser;
    if (sampleUser === undefined || sampleUser === null) return unknown('it answers as the sample does; its user was not tried', exhibit);
    const login = saw('containerssh.webhook-logins', `foo with an invented password: ${sampleUser}`);
    return sampleUser
      ? fail('it let `foo` in with an invented password', exhibit, login)
      : pass('it refuses the user of the sample', exhibit, login);
  },
});
