import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-version-disclosed',
  title: 'The hub keeps its version to itself',
  severity: 'info',
  subject: 'beszel-hub',
  requires: ['beszel-hub.page'],
  rationale: 'The page names the version before any login; who knows it knows what works against it.',
  remediation: 'Nothing to change in Beszel itself: keep the hub up to date, and keep the port away from networks that you do not trust.',
  references: ['https://github.com/henrygd/beszel/releases'],
  mapping: { cwe: [200] },

  evaluate: ({ 'beszel-hub.page': { version } }) =>
    version
      ? fail(`it says ${version} before any login`, saw('beszel-hub.page', `HUB_VERSION: ${version}`))
      : pass('its page names no version', saw('beszel-hub.page', 'no HUB_VERSION')),
});
