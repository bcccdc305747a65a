import { describe, expect, test } from '@jest/globals';
import { compareWithBaseline } from '../../src/baseline.js';
import type { Finding, Report, ReportedTarget } from '../../src/model.js';
import { finding, reportOf, service, target } from '../support/sample-report.js';

const HOST = { name: 'box.lan', address: '10.0.0.1' };
const KEY = { identities: ['ssh:SHA256:aaa'] };
const PORTS = [22, 1883];

const says = (outcome: Finding['outcome'], more: Partial<Finding> = {}, port: number | null = 1883, host = HOST) =>
  finding(host, port ?? undefined, {
    check: 'mqtt/anonymous-access',
    title: 't',
    severity: 'high',
    because: `it ${outcome}s`,
    outcome,
    ...more,
  });
const report = (findings: readonly Finding[], targets = [target(HOST, PORTS, KEY)], more: Partial<Report> = {}) =>
  reportOf({ findings, targets, services: [service(HOST, 1883, { protocol: 'mqtt' })], ...more });
const down = (parts: Partial<ReportedTarget> = {}) => target(HOST, [], { state: 'down', ...parts });
const mark = ({ findings }: { findings: readonly Finding[] }) => findings.map(({ baseline }) => baseline);
const reasons = ({ absent }: ReturnType<typeof compareWithBaseline>) => absent.map(({ why, because }) => `${why}: ${because}`);
const texts = ({ notes }: { notes: Report['notes'] }) => notes.map(({ text }) => text);

describe('marks', () => {
  test.each<[string, Finding, readonly Finding[], Finding['baseline']]>([
    ['a failure that was there', says('fail'), [says('fail')], 'unchanged'],
    ['a failure that was none', says('fail'), [says('pass')], 'new'],
    ['a failure nobody looked for', says('fail'), [], 'new'],
    ['a failure that was unknown', says('fail'), [says('unknown')], 'new'],
    ['a failure that became worse', says('fail', { severity: 'critical' }), [says('fail')], 'changed'],
    ['a failure for another reason', says('fail', { because: 'x' }), [says('fail')], 'changed'],
    ['a failure a day later', says('fail', { because: 'ends in 11 days' }), [says('fail', { because: 'ends in 12 days' })], 'unchanged'],
    ['a failure on another port', says('fail', {}, 22), [says('fail')], 'new'],
    ['a waived failure that counts again', says('fail'), [says('fail', { waiver: { reason: 'r', expires: '2020-01-01' } })], 'unchanged'],
    ['an unknown', says('unknown'), [says('pass')], 'new'],
    ['an unknown that was one', says('unknown'), [says('unknown')], 'unchanged'],
    ['an unknown that was a failure', says('unknown'), [says('fail')], 'changed'],
    ['a pass', says('pass'), [says('fail')], null],
  ])('%s', (_, now, before, expected) => {
    expect(mark(compareWithBaseline(report([now]), report(before)))).toEqual([expected]);
  });

  test('carry the date of the first sight along', () => {
    const first = report([says('fail')], undefined, { run: { ...reportOf({}).run, startedAt: '2026-01-01T00:00:00.000Z' } });
    const second = compareWithBaseline(report([says('fail')]), first).findings;
    expect(second[0]!.firstSeen).toBe('2026-01-01T00:00:00.000Z');
    expect(compareWithBaseline(report([says('fail')]), report(second)).findings[0]!.firstSeen).toBe('2026-01-01T00:00:00.000Z');
    expect(compareWithBaseline(report([says('fail')]), report([says('pass')])).findings[0]!.firstSeen).toBe(reportOf({}).run.startedAt);
  });
});

describe('what is not there any more is resolved only where somebody looked again', () => {
  const NO_BROKER = [target(HOST, [22], KEY)];
  const top = (ports: string) => ({ run: { ...reportOf({}).run, ports } });
  test.each<[string, Report, string]>([
    ['the check passes', report([says('pass')]), 'resolved: it passs'],
    ['the check does not apply', report([says('not-applicable', { because: 'no broker' })]), 'resolved: no broker'],
    ['the port is closed', report([], NO_BROKER, { services: [] }), 'resolved: port 1883 is no longer open'],
    [
      'the port speaks another protocol',
      report([], undefined, { services: [service(HOST, 1883, { protocol: 'http' })] }),
      'resolved: port 1883 now speaks http',
    ],
    ['the check is unknown', report([says('unknown')]), 'not compared: the check found no answer: it unknowns'],
    ['the check was skipped', report([]), 'not compared: the check did not run on it this time'],
    [
      'nobody recognised the service',
      report([], undefined, { services: [service(HOST, 1883, { protocol: 'unknown' })] }),
      'not compared: the check did not run on it this time',
    ],
    ['the port was not swept', report([], NO_BROKER, top('22')), 'not compared: port 1883 was not swept this time'],
    [
      'the sweep was cut short',
      report([], [target(HOST, [22], { ...KEY, state: 'partial', ports: { swept: 9, open: 1, closed: 8, filtered: 0 } })]),
      'not compared: port 1883 was not swept this time',
    ],
    [
      'the port was spared',
      report([], [target(HOST, [22], { ...KEY, spared: [1883] })]),
      'not compared: port 1883 was not swept this time',
    ],
    ['the host is down', report([], [down()]), 'not compared: its host is down'],
    ['the name does not resolve', report([], [down({ address: '', state: 'unresolved' })]), 'not compared: its host is unresolved'],
    [
      'the host was not asked for',
      report([], [target({ name: 'b', address: '10.0.0.2' }, [])]),
      'not compared: its host was not part of this run',
    ],
  ])('%s', (_, now, expected) => {
    const compared = compareWithBaseline(now, report([says('fail')]));
    expect(reasons(compared)).toEqual([expected]);
    expect(compared.absent[0]!.finding).toEqual(says('fail'));
  });

  test('a finding about the host needs the check itself', () => {
    const before = report([says('fail', {}, null)]);
    expect(reasons(compareWithBaseline(report([]), before))).toEqual(['not compared: the check did not run this time']);
    expect(reasons(compareWithBaseline(report([says('pass', {}, null)]), before))).toEqual(['resolved: it passs']);
  });

  test('what passed before is not missed', () => {
    expect(compareWithBaseline(report([]), report([says('pass'), says('unknown', {}, 22)])).absent).toEqual([]);
  });

  test('one night without the host makes nothing new, and nothing resolved', () => {
    const monday = report([says('fail')]);
    const night = compareWithBaseline(report([], [down()]), monday);
    const tuesday = report(night.findings, [down()], { absent: night.absent });
    expect(mark(compareWithBaseline(report([says('fail')]), tuesday))).toEqual(['unchanged']);
    expect(reasons(compareWithBaseline(report([says('pass')]), tuesday))).toEqual(['resolved: it passs']);
    expect(reasons(compareWithBaseline(report([], [down()]), tuesday))).toEqual(['not compared: its host is down']);
  });
});

describe('a host is found again', () => {
  const moved = { name: 'box.lan', address: '10.0.0.9' };
  const bare = (address: string, identities: readonly string[] = []) => target({ name: address, address }, PORTS, { identities });
  const compare = (before: readonly [ReportedTarget, Finding][], now: readonly [ReportedTarget, Finding][]) => {
    const parts = (list: readonly [ReportedTarget, Finding][]) =>
      report(
        list.map(([, one]) => one),
        list.map(([host]) => host),
      );
    return compareWithBaseline(parts(now), parts(before));
  };
  const failing = (host: ReportedTarget): [ReportedTarget, Finding] => [host, says('fail', {}, 1883, host)];

  test.each<[string, ReportedTarget, ReportedTarget, string]>([
    ['at another address, by its key', bare('10.0.0.1', ['ssh:a']), bare('10.0.0.9', ['ssh:a']), 'unchanged'],
    ['by one of its keys', bare('10.0.0.1', ['ssh:a', 'ssh:b']), bare('10.0.0.9', ['ssh:b', 'tls:c']), 'unchanged'],
    ['by its name', target(HOST, PORTS), target(moved, PORTS), 'unchanged'],
    ['by its address, whatever it was called', target(HOST, PORTS), bare('10.0.0.1'), 'unchanged'],
    ['with a renewed certificate', bare('10.0.0.1', ['tls:a']), bare('10.0.0.1', ['tls:b']), 'unchanged'],
    [
      'by its name, though its keys are new',
      target(HOST, PORTS, { identities: ['ssh:a'] }),
      target(HOST, PORTS, { identities: ['ssh:b'] }),
      'unchanged',
    ],
    ['not where another machine has its address', bare('10.0.0.1', ['ssh:a']), bare('10.0.0.1', ['ssh:b']), 'new'],
    ['not where nothing is the same', bare('10.0.0.1', ['ssh:a']), bare('10.0.0.2', ['ssh:b']), 'new'],
  ])('%s', (_, before, now, expected) => {
    expect(mark(compare([failing(before)], [failing(now)]))).toEqual([expected]);
  });

  test('two that swapped their addresses', () => {
    const [a1, b2] = [bare('10.0.0.1', ['ssh:a']), bare('10.0.0.2', ['ssh:b'])];
    const [a2, b1] = [bare('10.0.0.2', ['ssh:a']), bare('10.0.0.1', ['ssh:b'])];
    const compared = compare([failing(a1), [b2, says('pass', {}, 1883, b2)]], [failing(b1), [a2, says('pass', {}, 1883, a2)]]);
    expect(mark(compared)).toEqual(['new', null]);
    expect(reasons(compared)).toEqual(['resolved: it passs']);
  });

  test('clones that share their keys stay apart', () => {
    const [one, two] = [bare('10.0.0.1', ['ssh:a']), bare('10.0.0.2', ['ssh:a'])];
    const compared = compare([failing(one), [two, says('pass', {}, 1883, two)]], [[one, says('pass', {}, 1883, one)], failing(two)]);
    expect(mark(compared)).toEqual([null, 'new']);
  });

  test('and other keys under the same name are told', () => {
    const compared = compare(
      [failing(target(HOST, PORTS, { identities: ['ssh:a'] }))],
      [failing(target(HOST, PORTS, { identities: ['ssh:b'] }))],
    );
    expect(texts(compared)).toEqual([expect.stringContaining('other host keys')]);
  });

  test('a baseline about others says so, and nothing is silenced', () => {
    const compared = compare([failing(bare('10.0.0.1'))], [failing(bare('10.9.9.9'))]);
    expect(mark(compared)).toEqual(['new']);
    expect(texts(compared)).toEqual(['the baseline is about other hosts (10.0.0.1): everything counts as new']);
  });
});

describe('ports and states', () => {
  const compare = (before: ReportedTarget[], now: ReportedTarget[], ports = 'all') =>
    compareWithBaseline(report([], now), report([], before, { run: { ...reportOf({}).run, ports } }));

  test('opened and closed ports are changes', () => {
    const compared = compare([target(HOST, [22, 7777])], [target(HOST, [22, 1883])]);
    expect(compared.hosts).toMatchObject([{ name: 'box.lan', opened: [1883], closed: [7777], state: '' }]);
    expect(texts(compared)).toEqual(['open now and not in the baseline: port 1883', 'open in the baseline and not now: port 7777']);
  });

  test('a port that nobody looked at is neither', () => {
    const compared = compare(
      [target(HOST, [22], { ports: { swept: 1, open: 1, closed: 0, filtered: 0 } })],
      [target(HOST, [22, 1883])],
      '22',
    );
    expect(compared.hosts).toEqual([]);
    expect(texts(compared)).toEqual([
      'only what both runs looked at is compared: the baseline swept ports "22", this run "all"',
      'open, and not looked at in the baseline: port 1883; what was found there counts as new',
    ]);
  });

  test('a host that went is told once, without a closed port', () => {
    expect(compare([target(HOST, [22])], [down()]).hosts).toMatchObject([{ closed: [], state: 'it was examined and is down' }]);
    expect(compare([down()], [target(HOST, [22])]).hosts).toMatchObject([{ opened: [], state: 'it was down and is examined' }]);
    expect(compare([down()], [down()]).hosts).toEqual([]);
  });

  test('silent addresses of a block are no hosts', () => {
    const silent = (address: string) => target({ name: address, address }, [], { state: 'down', fromBlock: true });
    const compared = compare([target(HOST, [22]), silent('10.0.0.2')], [target(HOST, [22]), silent('10.0.0.3')]);
    expect(compared.hosts).toEqual([]);
    expect(compared.notes).toEqual([]);
  });
});

test('thousands of hosts find their own findings again', () => {
  const hosts = Array.from({ length: 4000 }, (_, index) => ({
    name: `10.0.${index >> 8}.${index & 255}`,
    address: `10.0.${index >> 8}.${index & 255}`,
  }));
  const big = () =>
    report(
      hosts.flatMap((host) => [says('fail', {}, 1883, host), says('pass', {}, 22, host)]),
      hosts.map((host) => target(host, PORTS)),
    );
  expect(new Set(mark(compareWithBaseline(big(), big())))).toEqual(new Set(['unchanged', null]));
});
