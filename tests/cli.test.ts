import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report, Survey } from '../src/model.js';
import { listen } from './support/dial-to.js';
import { porosity } from './support/porosity.js';

let folder: string;
let broker: Server;
let brokerPort: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'porosity-cli-'));
  // A broker that lets everybody in: CONNACK 0 to whatever comes (MQTT 3.1.1 section 3.2).
  broker = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => socket.write(Buffer.from([0x20, 2, 0, 0])));
  });
  brokerPort = await listen(broker);
});
afterAll(() => {
  broker.close();
  rmSync(folder, { recursive: true, force: true });
});

const reportOf = (stdout: string) => JSON.parse(stdout) as Report;

describe('wrong usage: one line that names the input, exit 2, nothing on standard output', () => {
  test.each([
    [['10.0.0.1', '--no-such-flag'], 'no-such-flag'],
    [[], 'no target'],
    [['10.0.0.1', '-p', '70000'], '70000'],
    [['300.1.1.1'], '300.1.1.1'],
    [['10.0.0.1', '-f', 'docx'], 'docx'],
    [['10.0.0.1', '-o', 'notes'], 'notes'],
    [['10.0.0.1', '-o', 'json=/no/such/folder/x.json'], '/no/such/folder'],
    [['10.0.0.1', '--only', 'mqtt/no-such'], 'mqtt/no-such'],
    [['10.0.0.1', '--rate', 'fast'], 'fast'],
    [['10.0.0.1', '--fail-on', 'severe'], 'severe'],
    [['8.8.8.8'], '--public'],
    [['@nowhere.txt'], 'nowhere.txt'],
    [['evaluate', 'nowhere.json'], 'nowhere.json'],
    [['survey', '10.0.0.1', '-f', 'html'], 'html'],
  ])('porosity %p', async (args, named) => {
    const { code, stdout, stderr } = await porosity(args, { cwd: folder });
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('exit codes', () => {
  test('0: looked, and nothing stands there', async () => {
    const { code, stdout } = await porosity(['127.0.0.1', '-p', '1', '-f', 'json']);
    expect(code).toBe(0);
    expect(reportOf(stdout).targets[0]).toMatchObject({ state: 'examined', ports: { swept: 1, closed: 1 } });
  });

  test('1: an open broker closes the gate, and the table says so', async () => {
    const { code, stdout } = await porosity(['127.0.0.1', '-p', String(brokerPort), '-f', 'table']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/credentials/);
  });

  test('0: the same broker where nothing closes the gate', async () => {
    const { code } = await porosity(['127.0.0.1', '-p', String(brokerPort), '-f', 'json', '--fail-on', 'none']);
    expect(code).toBe(0);
  });

  test('3: a name that does not resolve is no clean host', async () => {
    const { code, stdout, stderr } = await porosity(['no-such-host.invalid', '-p', '1', '-f', 'json']);
    expect(code).toBe(3);
    expect(reportOf(stdout).targets[0]?.state).toBe('unresolved');
    expect(stderr).toContain('no-such-host.invalid');
  });

  test('130: an interrupted audit writes what it has learnt, marked incomplete', async () => {
    const accepted: Socket[] = [];
    const silent = createServer((socket) => {
      socket.on('error', () => {});
      accepted.push(socket);
    });
    const asked = new Promise((resolve) => silent.on('connection', (socket) => socket.once('data', resolve)));
    const port = await listen(silent);
    const { code, stdout } = await porosity(['127.0.0.1', '-p', String(port), '-f', 'json'], { signal: { name: 'SIGINT', once: asked } });
    for (const socket of accepted) socket.destroy();
    silent.close();
    expect(code).toBe(130);
    expect(reportOf(stdout)).toMatchObject({ run: { incomplete: true }, targets: [{ state: 'partial' }] });
  });
});

describe('two halves', () => {
  test('a survey judged later gives the same verdicts, byte for byte each time', async () => {
    const surveyed = await porosity(['survey', '127.0.0.1', '-p', String(brokerPort), '-o', 'json=s.json'], { cwd: folder });
    expect(surveyed.code).toBe(0);
    expect((JSON.parse(readFileSync(join(folder, 's.json'), 'utf8')) as Survey).kind).toBe('survey');
    const first = await porosity(['evaluate', 's.json', '-f', 'json'], { cwd: folder });
    const second = await porosity(['evaluate', 's.json', '-f', 'json'], { cwd: folder });
    expect(first.code).toBe(1);
    expect(second.stdout).toBe(first.stdout);
  });

  test('a report is rendered again with the exit code it had', async () => {
    const { stdout } = await porosity(['127.0.0.1', '-p', String(brokerPort), '-f', 'json']);
    writeFileSync(join(folder, 'r.json'), stdout);
    const again = await porosity(['report', 'r.json', '-f', 'json'], { cwd: folder });
    expect(again).toEqual({ code: 1, stdout, stderr: '' });
  });

  test('no temporary file stays behind', () => {
    expect(readdirSync(folder).sort()).toEqual(['r.json', 's.json']);
  });
});

test('targets that name their ports are swept on these alone, and the plan says so', async () => {
  const { stdout } = await porosity(['127.0.0.1:22', 'http://127.0.0.2:8123/', '--dry-run']);
  expect(stdout).toMatch(/^ports +22,8123 \(2\)$/m);
});

test('--dry-run sends nothing', async () => {
  let connections = 0;
  const watched = createServer(() => connections++);
  const port = await listen(watched);
  const { code, stdout } = await porosity(['127.0.0.1', '-p', String(port), '--dry-run']);
  watched.close();
  expect({ code, connections }).toEqual({ code: 0, connections: 0 });
  expect(stdout).toMatch(/connections +at most/);
});
