import { judgeEach, switchOff } from '../beszel-config.js';
import { defineCheck } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-share-all',
  title: 'Users of the hub see their own systems only',
  severity: 'low',
  subject: 'beszel-hub',
  requires: ['beszel-hub.config'],
  rationale: 'With SHARE_ALL_SYSTEMS every login reads every system, and may change it unless it is read-only.',
  remediation: 'Remove `SHARE_ALL_SYSTEMS` from the environment of the hub unless everybody is meant to see everything.',
  references: ['https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [732] },

  evaluate: ({ 'beszel-hub.config': hubs }) =>
    judgeEach(hubs, ({ shareAll }) =>
      switchOff('SHARE_ALL_SYSTEMS', shareAll, 'every user sees every system', 'systems are not shared with every user'),
    ),
});
