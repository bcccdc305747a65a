import { defineCheck, failWith, passWith, saw, unknown } from '../check.js';

/** Members of the health page that came with 3.x. */
const OF_3X: readonly string[] = ['connection', 'peers_udp', 'clock_synced'];
const STRONG = 80;

export default defineCheck({
  id: 'betterdesk/outdated-generation',
  title: 'The server is of the 3.x line',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.health', 'betterdesk.stats'],
  rationale: '2.x pairs anybody on its relay, shows its statistics to everybody and leaves gaps between the roles that 3.x has closed.',
  remediation: 'Update to the current 3.x release; the version field is no guide, for builds without a release number say `dev`.',
  references: ['https://github.com/UNITRONIX/BetterDesk/releases'],
  mapping: { cwe: [1104] },

  evaluate({ 'betterdesk.health': { version, keys }, 'betterdesk.stats': { status, goVersion } }) {
    const newer = keys.filter((key) => OF_3X.includes(key));
    const exhibits = [
      saw(
        'betterdesk.health',
        `version ${version || 'not named'}, ${newer.length ? `with ${newer.join(', ')}` : 'without the members of 3.x'}`,
      ),
      saw('betterdesk.stats', `GET /api/server/stats answered ${status}`),
    ];
    if (newer.length > 0 && status === 401) return passWith({}, 'its pages are those of 3.x', ...exhibits);
    if (newer.length === 0 && status === 200 && goVersion)
      return failWith({ confidence: STRONG }, 'its pages are those of 2.x', ...exhibits);
    return unknown('what it shows fits neither line', ...exhibits);
  },
});
