import { describe, expect, test } from '@jest/globals';
import { acceptingPolicy, initialPolicy } from '../src/init.js';
import { parsePolicy } from '../src/policy/read.js';
import { hostileReport, reportOf, sampleReport, target } from './support/sample-report.js';

const report = sampleReport();
const checks = [...new Set([...report.findings, ...hostileReport().findings].map(({ check }) => check))].map((id) => ({ id }));
const REASON = 'TODO: say why this is acceptable';
const filledIn = (text: string) => parsePolicy(text.replaceAll(REASON, 'known'), 'porosity.yaml', checks);

describe('init', () => {
  test('explains everything and changes nothing', () => {
    expect(parsePolicy(initialPolicy(), 'porosity.yaml', [])).toMatchObject({
      flags: { failOn: 'high' },
      unknown: 'undecided',
      expect: [],
      waivers: [],
    });
  });

  test('its examples are right', () => {
    const uncommented = initialPolicy().replace(
      /^# ( *(severities|ssh\/|expect|waivers|- |ports:|target:|port:|reason:|expires:))/gm,
      '$1',
    );
    expect(parsePolicy(uncommented, 'porosity.yaml', [{ id: 'ssh/debug-port-exposed' }, { id: 'mqtt/plaintext' }])).toMatchObject({
      severities: { 'ssh/debug-port-exposed': 'high' },
      expect: [{ target: 'hassio.lan' }],
      waivers: [{ check: 'mqtt/plaintext', port: 1883 }],
    });
  });
});

describe('init --from', () => {
  const text = acceptingPolicy(report);

  test('is refused until every waiver has a reason', () => {
    expect(() => parsePolicy(text, 'porosity.yaml', checks)).toThrow(
      /^porosity\.yaml:\d+:\d+: waivers\[0\]\.reason is still a placeholder/,
    );
  });

  test('accepts what is open and what fails, for ninety days', () => {
    const policy = filledIn(text);
    expect(policy.expect).toEqual([
      { target: 'hassio.lan', ports: [22, 139, 445, 1883, 8123, 22222] },
      { target: 'proxy.lan', ports: [443] },
    ]);
    expect(policy.waivers).toContainEqual({
      check: 'mqtt/anonymous-access',
      target: 'hassio.lan',
      port: 1883,
      reason: 'known',
      expires: '2027-02-19',
    });
    expect(policy.waivers).toHaveLength(report.findings.filter(({ outcome }) => outcome === 'fail').length);
  });

  test('keeps waivers that were given', () => {
    expect(filledIn(text).waivers).toContainEqual(
      expect.objectContaining({ check: 'mqtt/plaintext', reason: 'the sensors cannot do TLS', expires: '2027-03-01' }),
    );
  });

  test('a report without findings makes a policy that is ready', () => {
    expect(parsePolicy(acceptingPolicy(reportOf({})), 'porosity.yaml', [])).toMatchObject({ expect: [], waivers: [] });
  });

  test('the words of a host stay words', () => {
    const evil = hostileReport();
    const [host] = evil.targets;
    const policy = filledIn(
      acceptingPolicy({
        ...evil,
        targets: [host!],
        findings: evil.findings.map((one) => ({ ...one, because: 'x\nfailOn: none\u2028failOn: none' })),
      }),
    );
    expect(policy.flags.failOn).toBe('high');
  });

  test('says when there is too much to accept', () => {
    const [finding] = report.findings;
    const many = reportOf({
      targets: [target({ name: 'a.lan', address: '10.0.0.1' }, [1])],
      findings: Array.from({ length: 10_000 }, () => finding!),
    });
    expect(() => acceptingPolicy(many)).toThrow('10000 findings are too many to waive one by one');
  });
});
