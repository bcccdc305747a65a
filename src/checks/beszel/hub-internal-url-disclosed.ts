import { isInternalUrl } from '../beszel.js';
import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-internal-url-disclosed',
  title: 'The hub does not tell strangers an internal or unencrypted address of its own',
  severity: 'info',
  subject: 'beszel-hub',
  requires: ['beszel-hub.page'],
  rationale: 'APP_URL stands in the page for everybody to read, and links in mails and logins by provider go there.',
  remediation: 'Set `APP_URL` in the environment of the hub to its public https address.',
  references: ['https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [200] },

  evaluate({ 'beszel-hub.page': { hubUrl } }) {
    const exhibit = saw('beszel-hub.page', `HUB_URL: ${hubUrl || '(empty)'}`);
    if (!hubUrl) return pass('its page names no address', exhibit);
    return isInternalUrl(hubUrl) ? fail(`its page names ${hubUrl}`, exhibit) : pass('its page names a public https address', exhibit);
  },
});
