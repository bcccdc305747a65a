import { describe, expect, test } from '@jest/globals';
import check from '../../src/checks/mqtt/anonymous-access.js';
import { unknown } from '../../src/checks/check.js';
import { findingOf } from '../../src/evaluate/findings.js';
import type { ProbeFailure } from '../../src/model.js';
import { beside } from '../support/neighbouring.js';

const missing = (kind: ProbeFailure['kind'], detail: string) => ({ ok: false as const, failure: { kind, detail } });
const drafted = (connect: ReturnType<typeof missing>, other?: ReturnType<typeof missing>) =>
  findingOf(
    check,
    beside('mqtt', 1883, { 'mqtt.anonymous-connect': connect, ...(other ? { 'mqtt.anonymous-connect-5': other } : {}) }),
    unknown('it was not seen'),
    { systems: [], fingerprint: '' },
  );

describe('an unknown that needs leave to look', () => {
  test('names the flag', () => {
    expect(drafted(missing('skipped', 'needs --active')).needs).toBe('active');
    expect(drafted(missing('skipped', 'needs --intrusive')).needs).toBe('intrusive');
  });

  test.each([
    ['a look that failed', missing('timeout', 'no answer'), undefined],
    ['a look that was skipped for another reason', missing('skipped', 'interrupted'), undefined],
    ['both', missing('skipped', 'needs --active'), missing('timeout', 'no answer')],
  ])('is not: %s', (_, connect, other) => {
    expect(drafted(connect, other).needs).toBeUndefined();
  });
});

test('the remediation is that of the recognised system', () => {
  const verdict = { outcome: 'fail' as const, because: 'it is open', exhibits: [] };
  const subject = beside('mqtt', 1883, {});
  expect(findingOf(check, subject, verdict, { systems: ['home-assistant'], fingerprint: '' }).remediation).toContain('add-on');
  expect(findingOf(check, subject, verdict, { systems: [], fingerprint: '' }).remediation).not.toContain('add-on');
});
