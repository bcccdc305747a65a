import { expect, test } from '@jest/globals';
import { info, page, records, signIn } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-known-vulnerable.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: '0.18.8 lacks one fix', facts: page('0.18.8'), because: 'CVE-2026-94382' },
    { name: '0.18.7 bundles a PocketBase that crashes', facts: page('0.18.7'), because: 'CVE-2026-82410' },
    { name: 'a pre-release counts as its release', facts: page('0.18.4-beta.1'), because: 'CVE-2026-40077' },
    { name: 'named by an open hub alone', facts: { ...page(''), ...info('open', '0.18.3') }, because: 'CVE-2026-27734' },
    {
      name: 'older by what it lacks',
      facts: { ...page(''), ...records(['systems', 'listed'], ['fingerprints', 'absent']) },
      because: 'CVE-2026-27734',
    },
  ],
  pass: [{ name: 'every fix we know', facts: page('0.19.0') }],
  unknown: [
    { name: 'no version', facts: page('') },
    { name: 'no version, every collection', facts: { ...page(''), ...records(['system_details', 'listed']) } },
    { name: 'not a version', facts: page('edge') },
  ],
});

test('what needs a login provider does not count where there is none', () => {
  const because = (...providers: string[]) =>
    verdictOf(check, { ...page('0.18.7'), 'beszel-hub.sign-in': signIn(true, false, ...providers) }).because;
  expect(because('oidc')).toContain('CVE-2026-44166');
  expect(because()).not.toContain('CVE-2026-44166');
});
