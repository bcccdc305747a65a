import { parseRelease, type Release } from '../../knowledge/beszel.js';
import { valueOf } from '../../model/observation.js';
import { judgeRelease } from '../beszel.js';
import { defineCheck, saw, unknown } from '../check.js';

/** Collections that came with a release: where one is missing, the hub is older. */
const CAME_WITH: readonly { readonly collection: string; readonly before: Release }[] = [
  { collection: 'fingerprints', before: [0, 11, 9999] },
  { collection: 'system_details', before: [0, 17, 9999] },
];

export default defineCheck({
  id: 'beszel/hub-known-vulnerable',
  title: 'No published vulnerability names this version of the hub',
  severity: 'high',
  subject: 'beszel-hub',
  considers: ['beszel-hub.page', 'beszel-hub.anonymous-info', 'beszel-hub.records', 'beszel-hub.sign-in'],
  rationale: 'What is published is tried. The version stands in the page, so the list of what works against it is public, too.',
  remediation:
    'Update the hub to the newest release (`docker compose pull && docker compose up -d`, or `beszel update`), and the agents with it.',
  references: ['https://github.com/henrygd/beszel/security/advisories', 'https://github.com/pocketbase/pocketbase/security/advisories'],
  mapping: { cwe: [1395] },

  evaluate(_facts, _context, considered) {
    const providers = valueOf(considered['beszel-hub.sign-in'])?.providers;
    const named = valueOf(considered['beszel-hub.page'])?.version || valueOf(considered['beszel-hub.anonymous-info'])?.version || '';
    const release = parseRelease(named);
    if (release) return judgeRelease('hub', release, saw('beszel-hub.page', `version ${named}`), providers);
    const records = valueOf(considered['beszel-hub.records']) ?? [];
    const missing = CAME_WITH.find(({ collection }) =>
      records.some((record) => record.collection === collection && record.state === 'absent'),
    );
    if (!missing) return unknown('its version is not known');
    return judgeRelease(
      'hub',
      missing.before,
      saw('beszel-hub.records', `no collection ${missing.collection}: an older release`),
      providers,
    );
  },
});
