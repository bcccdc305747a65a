import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const OLD_DAYS = 365;
const UNUSED_DAYS = 90;

export default defineCheck({
  id: 'home-assistant/stale-long-lived-token',
  title: 'Long-lived access tokens are in use and not older than a year',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['home-assistant.config-users'],
  rationale: 'Such a token lives for ten years, knows no second factor and works from anywhere; one that nobody uses is nobody’s to miss.',
  remediation:
    'Under Profile > Security > Long-lived access tokens delete those that are not in use, and make a new one where an old one is.',
  references: ['https://developers.home-assistant.io/docs/auth_api/#long-lived-access-token'],
  mapping: { cwe: [613] },

  evaluate({ 'home-assistant.config-users': { tokens } }, { now }) {
    if (tokens.length === 0) return notApplicable('there is no long-lived access token');
    const ageOf = (time: string): number => (now.getTime() - Date.parse(time)) / DAY_MS;
    const stale = tokens.filter(({ createdAt, lastUsedAt }) => ageOf(createdAt) > OLD_DAYS || ageOf(lastUsedAt ?? createdAt) > UNUSED_DAYS);
    const exhibits = stale.map(({ name, createdAt, lastUsedAt, place }) =>
      saw(
        'home-assistant.config-users',
        `"${name}": made ${createdAt.slice(0, 10)}, last used ${lastUsedAt?.slice(0, 10) ?? 'never'}`,
        place,
      ),
    );
    if (stale.length > 0)
      return fail(`${stale.length} of ${tokens.length} tokens are older than a year or unused for ${UNUSED_DAYS} days`, ...exhibits);
    return pass('every token is young and in use', saw('home-assistant.config-users', `${tokens.length} tokens`));
  },
});
