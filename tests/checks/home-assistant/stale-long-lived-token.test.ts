import check from '../../../src/checks/home-assistant/stale-long-lived-token.js';
import { testCheck } from '../../support/test-check.js';

const token = (createdAt: string, lastUsedAt: string | null) => ({
  'home-assistant.config-users': {
    users: [],
    tokens: [{ name: 'tablet', createdAt, lastUsedAt, place: { file: '.storage/auth', line: 9 } }],
  },
});

// The clock of testCheck stands at 2026-11-21.
testCheck(check, {
  fail: [
    { name: 'older than a year, in use', facts: token('2025-11-01T00:00:00+00:00', '2026-11-20T00:00:00+00:00') },
    { name: 'unused for 90 days', facts: token('2026-06-01T00:00:00+00:00', '2026-08-01T00:00:00+00:00') },
    { name: 'never used since it was made', facts: token('2026-06-01T00:00:00+00:00', null) },
  ],
  pass: [
    { name: 'young and in use', facts: token('2026-06-01T00:00:00+00:00', '2026-11-20T00:00:00+00:00') },
    { name: 'made yesterday, not used yet', facts: token('2026-11-20T00:00:00+00:00', null) },
  ],
  'not-applicable': [{ name: 'none', facts: { 'home-assistant.config-users': { users: [], tokens: [] } } }],
});
