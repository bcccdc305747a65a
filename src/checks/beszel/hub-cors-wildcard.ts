import { valueOf } from '../../model/observation.js';
import { judgeEach } from '../beszel-config.js';
import { defineCheck, fail, failWith, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'beszel/hub-cors-wildcard',
  title: 'Foreign web pages may not call the hub',
  severity: 'info',
  subject: 'beszel-hub',
  requires: ['beszel-hub.cors'],
  considers: ['beszel-hub.anonymous-info'],
  files: {
    requires: ['beszel-hub.config'],
    evaluate: ({ 'beszel-hub.config': hubs }) =>
      judgeEach(hubs, ({ origins }) => {
        const exhibit = written('beszel-hub.config', '--origins', origins);
        if (origins.value && origins.value !== '*') return pass('it is started with its own origins', exhibit);
        return hidden({ '--origins': origins }) ?? fail('it is started without --origins, which allows every origin', exhibit);
      }),
  },
  rationale:
    'The hub keeps no cookie, so a foreign page has no session to use. With AUTO_LOGIN it needs none: every page that somebody at home opens reads and drives the hub.',
  remediation: 'Start the hub with its own address alone: `beszel serve --origins=https://your.domain …`.',
  references: ['https://pocketbase.io/docs/going-to-production/', 'https://beszel.dev/guide/security'],
  mapping: { cwe: [942] },

  evaluate({ 'beszel-hub.cors': { status, allowedOrigin } }, _context, { 'beszel-hub.anonymous-info': info }) {
    const exhibit = saw('beszel-hub.cors', `status ${status}, Access-Control-Allow-Origin: ${allowedOrigin || '(none)'}`);
    if (!allowedOrigin) return pass('it does not allow an origin that nobody listed', exhibit);
    if (valueOf(info)?.answer !== 'open') return fail('it allows every origin', exhibit);
    return failWith({ severity: 'high' }, 'it allows every origin, and needs no login', exhibit);
  },
});
