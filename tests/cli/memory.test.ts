import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Report, Survey } from '../../src/model.js';
import { freePorts } from '../support/daemon.js';
import { listen } from '../support/dial-to.js';
import { porosity } from '../support/porosity.js';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'porosity-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BROKER = 1883;
const OTHER = 7777;
let day = 1;

/** Judges, in its own process, what a later day saw on a host with an open broker. */
function run(...args: string[]) {
  return judge([BROKER], ...args);
}
function judge(open: readonly number[], ...args: string[]) {
  const startedAt = new Date(Date.UTC(2026, 0, day++)).toISOString();
  const host = { name: 'box.lan', address: '192.168.0.215' };
  const survey: Survey = {
    schemaVersion: 1,
    kind: 'survey',
    tool: { name: 'porosity', version: '0.1.0' },
    run: {
      startedAt,
      finishedAt: startedAt,
      durationMs: 0,
      modes: ['passive'],
      ports: `${BROKER},${OTHER}`,
      engine: 'connect',
      incomplete: false,
    },
    targets: [
      {
        ...host,
        state: 'examined',
        because: '',
        ports: { swept: 2, open: open.length, closed: 2 - open.length, filtered: 0 },
        open: open.map((port) => ({ port, reason: 'syn-ack' })),
      },
    ],
    services: open.includes(BROKER)
      ? [
          {
            target: host.name,
            address: host.address,
            port: BROKER,
            transport: 'tcp',
            tls: false,
            protocol: 'mqtt',
            facts: { 'mqtt.anonymous-connect': { ok: true, value: { protocolVersion: 4, returnCode: 0, reason: 'accepted' } } },
          },
        ]
      : [],
    notes: [],
  };
  return porosity(['evaluate', '-', '-f', 'json', '--only', 'mqtt/anonymous-access', ...args], {
    cwd: folder,
    input: JSON.stringify(survey),
  });
}
const reportOf = (stdout: string) => JSON.parse(stdout) as Report;
const history = () => readdirSync(join(folder, 'hist')).sort();

describe('history', () => {
  test('remembers, is silent where nothing changed, and tells since when', async () => {
    const first = await run('--history', 'hist', '--only-changes');
    expect(first.code).toBe(1);
    expect(reportOf(first.stdout).findings[0]!.baseline).toBeNull();
    const second = await run('--history', 'hist', '--only-changes');
    expect(second).toEqual({ code: 1, stdout: '', stderr: '' });
    const third = await run('--history', 'hist');
    expect(reportOf(third.stdout).findings[0]).toMatchObject({ baseline: 'unchanged', firstSeen: reportOf(first.stdout).run.startedAt });
    expect(history()).toHaveLength(3);
  });

  test('speaks when a port opened', async () => {
    await run('--history', 'hist');
    const { stdout } = await judge([BROKER, OTHER], '--history', 'hist', '--only-changes');
    expect(reportOf(stdout).notes.map(({ text }) => text)).toContain('open now and not in the baseline: port 7777');
  });

  test('speaks when a waiver ran out', async () => {
    const policy = (expires: string) =>
      writeFileSync(join(folder, 'porosity.yaml'), `waivers:\n  - check: mqtt/\n    reason: r\n    expires: ${expires}\n`);
    policy('2099-01-01');
    expect((await run('--history', 'hist')).code).toBe(0);
    policy('2020-01-01');
    const { code, stdout, stderr } = await run('--history', 'hist', '--only-changes');
    expect(code).toBe(1);
    expect(reportOf(stdout).findings[0]!.waiver).toBeNull();
    expect(stderr).toContain('expired on 2020-01-01');
  });

  test('skips what is broken, says so, and prunes', async () => {
    await run('--history', 'hist');
    await run('--history', 'hist');
    const [, newest] = history();
    writeFileSync(join(folder, 'hist', newest!), readFileSync(join(folder, 'hist', newest!), 'utf8').slice(0, 500));
    writeFileSync(join(folder, 'hist', 'shopping.txt'), 'milk');
    const { code, stdout, stderr } = await run('--history', 'hist', '--keep', '1');
    expect(code).toBe(1);
    expect(reportOf(stdout).findings[0]!.baseline).toBe('unchanged');
    expect(stderr).toMatch(/"hist\/\S+": ends in the middle: it was cut off \(left out\)\n/);
    expect(stderr).toContain('shopping.txt');
    expect(history()).toHaveLength(2);
  });

  test('a new finding closes --fail-on new once', async () => {
    expect((await judge([], '--history', 'hist', '--fail-on', 'new')).code).toBe(0);
    expect((await run('--history', 'hist', '--fail-on', 'new')).code).toBe(1);
    expect((await run('--history', 'hist', '--fail-on', 'new')).code).toBe(0);
  });

  test('two runs at once each file their report', async () => {
    await Promise.all([run('--history', 'hist'), run('--history', 'hist')]);
    expect(history()).toHaveLength(2);
    for (const name of history()) expect(reportOf(readFileSync(join(folder, 'hist', name), 'utf8')).kind).toBe('report');
  });
});

describe('wrong memory is one line, exit 2, before anything is looked at', () => {
  const spoilt = (name: string, content: string) => writeFileSync(join(folder, name), content);
  test.each<[string, readonly string[], RegExp]>([
    ['nothing to compare with', ['--fail-on', 'new'], /--fail-on new: needs a --baseline or a --history/],
    ['nothing to be silent about', ['--only-changes'], /--only-changes: needs a --baseline or a --history/],
    ['nothing to prune', ['--keep', '3'], /--keep: needs a --history/],
    ['a wrong amount', ['--history', 'hist', '--keep', 'all'], /--keep "all"/],
    ['a history that is a file', ['--history', 'report.json'], /history "report.json": a file is in the way/],
    ['a baseline that is not there', ['--baseline', 'nowhere.json'], /report "nowhere.json": no such file or folder/],
    ['a truncated baseline', ['--baseline', 'cut.json'], /cut.json: ends in the middle: it was cut off/],
    ['a baseline of the future', ['--baseline', 'future.json'], /future.json: written by a newer porosity/],
    ['a baseline that is a folder', ['--baseline', '.'], /report ".": is a folder/],
    ['a policy that is a folder', ['--policy', '.'], /policy ".": is a folder/],
    ['a wrong policy', ['--policy', 'wrong.yaml'], /wrong.yaml:1:1: unknown key "failon" \(did you mean "failOn"\?\)/],
    ['a wrong URL', ['--publish', 'http://ha.lan'], /--publish "http:\/\/ha.lan": must be mqtt:/],
    ['a secret in the URL', ['--publish', 'mqtt://me:hunter2@ha.lan'], /POROSITY_MQTT_PASSWORD/],
    ['a CA that is not there', ['--publish', 'mqtts://ha.lan', '--publish-ca', 'ca.pem'], /--publish-ca "ca.pem": no such file/],
    ['nothing to take away from', ['--unpublish'], /--unpublish: name the broker with --publish/],
  ])('%s', async (_, args, message) => {
    spoilt('report.json', '{}');
    spoilt('cut.json', '{"schemaVersion": 1, "kind": "report", "tool": {"na');
    spoilt('future.json', '{"schemaVersion": 2, "kind": "report"}');
    spoilt('wrong.yaml', 'failon: high\n');
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('hunter2');
  });
});

describe('faults after the audit cost exit 2, and everything else is still written', () => {
  const report = () => reportOf(readFileSync(join(folder, 'r.json'), 'utf8'));

  test('a full disk', async () => {
    const { code, stdout, stderr } = await run('-o', 'html=/dev/full', '-o', 'json=r.json');
    expect(code).toBe(2);
    expect(stderr).toBe('porosity: cannot write "/dev/full": the disk is full\n');
    expect(reportOf(stdout)).toEqual(report());
  });

  test('nobody listens where it is published', async () => {
    const [closedPort] = await freePorts(1);
    const { code, stdout, stderr } = await run('--publish', `mqtt://127.0.0.1:${closedPort}`, '-o', 'json=r.json');
    expect(code).toBe(2);
    expect(stderr).toBe(`porosity: MQTT broker 127.0.0.1:${closedPort}: nothing listens there\n`);
    expect(reportOf(stdout)).toEqual(report());
  });

  test('a history whose folder turned into a file', async () => {
    mkdirSync(join(folder, 'hist'));
    const slow = createServer((socket) => {
      socket.on('error', () => {});
      rmSync(join(folder, 'hist'), { recursive: true, force: true });
      writeFileSync(join(folder, 'hist'), '');
      socket.destroy();
    });
    const slowPort = await listen(slow);
    const { code, stdout, stderr } = await porosity(['127.0.0.1', '-p', String(slowPort), '-f', 'json', '--history', 'hist'], {
      cwd: folder,
    });
    slow.close();
    expect(code).toBe(2);
    expect(stderr).toMatch(/history "hist": /);
    expect(stdout === '' || reportOf(stdout).kind === 'report').toBe(true);
  });
});

describe('diff', () => {
  test('between two stored reports', async () => {
    await run('-o', 'json=a.json');
    await run('--skip', 'mqtt/', '--only', 'ssh/', '-o', 'json=b.json');
    const same = await porosity(['diff', 'a.json', 'a.json', '-f', 'table'], { cwd: folder });
    expect(same).toMatchObject({ code: 0, stderr: '' });
    expect(same.stdout).toContain('Nothing changed.');
    const other = await porosity(['diff', 'a.json', 'b.json'], { cwd: folder });
    expect(JSON.parse(other.stdout)).toMatchObject({ kind: 'diff', notCompared: [{ finding: { check: 'mqtt/anonymous-access' } }] });
    expect((await porosity(['diff', 'a.json', 'nowhere.json'], { cwd: folder })).code).toBe(2);
    expect((await porosity(['diff', 'a.json', 'b.json', '-f', 'sarif'], { cwd: folder })).stderr).toContain('sarif');
  });
});

describe('init', () => {
  test('writes a policy that is read, and overwrites none', async () => {
    expect((await porosity(['init'], { cwd: folder })).code).toBe(0);
    expect((await run()).code).toBe(1);
    const again = await porosity(['init'], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('"porosity.yaml" exists already');
  });

  test('--from accepts what was found, once each waiver has a reason', async () => {
    await run('-o', 'json=r.json');
    expect((await porosity(['init', '--from', 'r.json'], { cwd: folder })).code).toBe(0);
    const refused = await run();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/^porosity: porosity\.yaml:\d+:\d+: waivers\[0\]\.reason is still a placeholder/);
    const path = join(folder, 'porosity.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/"TODO[^"]*"/g, 'a toy'));
    const accepted = await run();
    expect(accepted.code).toBe(0);
    expect(reportOf(accepted.stdout).findings).toMatchObject([{ outcome: 'fail', waiver: { reason: 'a toy' } }]);
    expect(existsSync(path)).toBe(true);
  });
});
