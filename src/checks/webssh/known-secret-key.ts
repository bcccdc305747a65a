import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'webssh/known-secret-key',
  title: 'Sessions are not signed with a published key',
  severity: 'critical',
  subject: 'webssh',
  requires: ['webssh.session'],
  rationale:
    'Whoever knows SECRET_KEY can sign a session for any account, and it is all that protects the SSH keys that users have stored.',
  remediation:
    'Set SECRET_KEY to the output of `openssl rand -hex 32`. Sessions end, and stored SSH keys must be uploaded again: replace those keys, for they must be taken as read.',
  references: ['https://github.com/minhtuancn/webssh/security/policy', 'https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY'],
  mapping: { cwe: [798, 1392] },

  evaluate({ 'webssh.session': { signed, publishedKey, keysTried } }) {
    if (!signed) return unknown('the cookie is not signed as sessions of Flask are', saw('webssh.session', 'no signature'));
    if (publishedKey) return fail('the published placeholder signs its sessions', saw('webssh.session', `signed with "${publishedKey}"`));
    return pass(`not one of ${keysTried} published values`, saw('webssh.session', `signed with none of ${keysTried} published values`));
  },
});
