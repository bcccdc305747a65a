import { describe, expect, test } from '@jest/globals';
import type { Finding, Policy, Waiver } from '../../src/model.js';
import { applyPolicy, expectedPorts } from '../../src/policy.js';
import { finding, reportOf, target } from '../support/sample-report.js';

const HOST = { name: 'box.lan', address: '192.168.0.215' };
const OTHER = { name: 'nas.lan', address: 'fd00::5' };
// The sample report's run starts on 2026-11-21.
const { run } = reportOf({});
const policy = (parts: Partial<Policy>): Policy => ({
  file: 'porosity.yaml',
  flags: {},
  unknown: 'undecided',
  severities: {},
  expect: [],
  waivers: [],
  ...parts,
});
const waiver = (parts: Partial<Waiver> = {}): Waiver => ({
  check: 'mqtt/plaintext',
  reason: 'old sensors',
  expires: '2099-01-01',
  ...parts,
});
const fails = (host: typeof HOST, port: number | undefined, check = 'mqtt/plaintext', outcome: Finding['outcome'] = 'fail') =>
  finding(host, port, { check, title: 't', severity: 'medium', outcome, because: 'b' });
const apply = (findings: readonly Finding[], parts: Partial<Policy>, targets = [target(HOST, [1883]), target(OTHER, [])]) =>
  applyPolicy(findings, policy(parts), { run, targets });
const waived = (findings: readonly Finding[], entry: Partial<Waiver>) =>
  apply(findings, { waivers: [waiver(entry)] }).findings.map(({ waiver: mark }) => mark !== null);

describe('waivers', () => {
  test('label with reason and end; nothing is hidden', () => {
    const { findings, notes } = apply([fails(HOST, 1883)], { waivers: [waiver()] });
    expect(findings).toMatchObject([{ outcome: 'fail', waiver: { reason: 'old sensors', expires: '2099-01-01' } }]);
    expect(notes).toEqual([]);
  });

  test.each<[string, Partial<Waiver>, readonly boolean[]]>([
    ['a check', {}, [true, true, false]],
    ['a prefix', { check: 'mqtt/' }, [true, true, true]],
    ['a name', { target: 'box.lan' }, [true, false, false]],
    ['an address', { target: 'fd00::5' }, [false, true, false]],
    ['the same address, spelt otherwise', { target: 'fd00:0::0005' }, [false, true, false]],
    ['a block', { target: '192.168.0.0/24' }, [true, false, false]],
    ['a block of IPv6', { target: 'fd00::/8' }, [false, true, false]],
    ['a port', { port: 1883 }, [true, false, false]],
  ])('match by %s', (_, entry, expected) => {
    expect(waived([fails(HOST, 1883), fails(OTHER, 8883), fails(HOST, 80, 'mqtt/other')], entry)).toEqual(expected);
  });

  test('cover what fails and what is unknown, not what passes', () => {
    const outcomes = (['fail', 'unknown', 'pass', 'not-applicable'] as const).map((outcome, index) =>
      fails(HOST, index + 1, 'mqtt/plaintext', outcome),
    );
    expect(waived(outcomes, {})).toEqual([true, true, false, false]);
  });

  test.each([
    ['2026-11-21', true, 'runs out today'],
    ['2026-11-22', true, 'runs out tomorrow'],
    ['2026-12-05', true, 'runs out in 14 days'],
    ['2026-12-06', true, undefined],
    ['2026-11-20', false, 'expired on 2026-11-20: what it covered counts again'],
  ])('that end on %s hold: %s', (expires, holds, words) => {
    const { findings, notes } = apply([fails(HOST, 1883)], { waivers: [waiver({ expires })] });
    expect(findings[0]!.waiver !== null).toBe(holds);
    expect(notes).toEqual(words === undefined ? [] : [{ kind: 'warning', text: expect.stringContaining(words) }]);
  });

  test('that matched nothing are named, and so is a target that was not there', () => {
    const { notes } = apply([fails(HOST, 1883)], {
      waivers: [waiver({ check: 'smb/' }), waiver({ target: 'attic.lan', port: 9 }), waiver({ check: 'ssh/', expires: '2020-01-01' })],
    });
    expect(notes.map(({ text }) => text)).toEqual([
      'waiver for smb/ matched nothing',
      'waiver for mqtt/plaintext on attic.lan port 9 matched nothing: its target was not part of this audit',
      'waiver for ssh/ expired on 2020-01-01: it matched nothing',
    ]);
  });

  test('one in force wins over one that ran out', () => {
    const { findings } = apply([fails(HOST, 1883)], { waivers: [waiver({ expires: '2020-01-01' }), waiver({ reason: 'renewed' })] });
    expect(findings[0]!.waiver).toEqual({ reason: 'renewed', expires: '2099-01-01' });
  });
});

test('severities are the owner’s, also over those of a single case', () => {
  const { findings } = apply([fails(HOST, 1883), fails(HOST, 22, 'ssh/terrapin')], { severities: { 'mqtt/plaintext': 'critical' } });
  expect(findings.map(({ severity }) => severity)).toEqual(['critical', 'medium']);
});

describe('expected exposure', () => {
  const expecting = policy({
    expect: [
      { target: 'box.lan', ports: [22, 8123] },
      { target: '192.168.0.0/16', ports: [1883] },
    ],
  });

  test('joins every entry that means the target', () => {
    expect([...expectedPorts(expecting, HOST)!]).toEqual([22, 8123, 1883]);
    expect([...expectedPorts(expecting, { name: '192.168.7.7', address: '192.168.7.7' })!]).toEqual([1883]);
    expect(expectedPorts(expecting, OTHER)).toBeUndefined();
    expect(expectedPorts(undefined, HOST)).toBeUndefined();
  });

  test('says which expected ports do not answer, but only of those that were swept', () => {
    const notesFor = (parts: Parameters<typeof target>[2], ports = 'all') =>
      applyPolicy([], expecting, { run: { ...run, ports }, targets: [target(HOST, [22], parts)] }).notes;
    expect(notesFor({})).toEqual([{ kind: 'warning', text: 'expected and not open: ports 1883, 8123', target: 'box.lan' }]);
    expect(notesFor({}, '22,8123')).toMatchObject([{ text: 'expected and not open: port 8123' }]);
    expect(notesFor({ state: 'down' })).toEqual([]);
    // host:port: one port of all was swept
    expect(notesFor({ ports: { swept: 1, open: 1, closed: 0, filtered: 0 } })).toEqual([]);
  });
});

test('ten thousand findings against a thousand waivers are no affair', () => {
  const findings = Array.from({ length: 10_000 }, (_, index) => fails(HOST, (index % 65_000) + 1));
  const waivers = Array.from({ length: 1000 }, (_, index) => waiver({ check: 'smb/smb1', target: `10.0.${index >> 8}.${index & 255}` }));
  expect(apply(findings, { waivers }).findings).toHaveLength(10_000);
});
