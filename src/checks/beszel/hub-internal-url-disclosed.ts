import { judgeEach } from '../beszel-config.js';
import { isInternalUrl } from '../beszel.js';
import { defineCheck, fail, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'beszel/hub-internal-url-disclosed',
  title: 'The hub does not tell strangers an internal or unencrypted address of its own',
  severity: 'info',
  subject: 'beszel-hub',
  requires: ['beszel-hub.page'],
  files: {
    requires: ['beszel-hub.config'],
    evaluate: ({ 'beszel-hub.config': hubs }) =>
      judgeEach(hubs, ({ appUrl }) => {
        const exhibit = written('beszel-hub.config', 'APP_URL', appUrl);
        if (appUrl.value && isInternalUrl(appUrl.value)) return fail('its page names an internal or unencrypted address', exhibit);
        return hidden({ APP_URL: appUrl }) ?? pass('no such address is set', exhibit);
      }),
  },
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
