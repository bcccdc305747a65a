import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { evaluate } from '../../src/evaluate.js';
import type { Report, Survey } from '../../src/model.js';
import { parsePorts } from '../../src/ports.js';
import { FORMATS, type FormatName, render } from '../../src/reports/index.js';
import { createSmbServer } from '../../src/demo/smb-server.js';
import { encodePublish } from '../../src/scanners/wire/mqtt.js';
import { products, protocols } from '../../src/scanners/index.js';
import { survey } from '../../src/survey.js';
import { planTargets } from '../../src/targets.js';
import { everyCheck } from '../support/every-check.js';
import { listen } from '../support/dial-to.js';
import { connack, scriptedBroker } from '../peers/mqtt.js';
import { type Kind, KINDS } from './kinds.js';

/** Longer than any look may take, and a hundred ports with eight looked at side by side. */
const AUDIT_MAX_MS = 45_000;
const HEAP_MAX_BYTES = 150 * 1024 * 1024;

const servers: Server[] = [];
const sockets = new Set<Socket>();
beforeAll(async () => {
  await everyCheck();
  // One after the other: jest cannot link a module for two importers at the same moment.
  for (const scanner of [...protocols, ...products]) await scanner.load();
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function peer(kind: Kind): Promise<{ port: number; connections: () => number }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
    kind(socket);
  });
  servers.push(server);
  return { port: await listen(server), connections: () => connections };
}

async function audit(
  ports: readonly number[],
  resolve?: (name: string) => Promise<readonly string[]>,
): Promise<{ survey: Survey; report: Report }> {
  const seen = await survey({
    plan: await planTargets([resolve ? 'box.lan' : '127.0.0.1'], { exclude: [], allowPublic: false, ...(resolve ? { resolve } : {}) }),
    ports: parsePorts(ports.join()),
    modes: ['passive', 'active'],
    hostRate: Infinity,
    rate: Infinity,
    engine: 'connect',
    tool: { name: 'porosity', version: '0.0.0' },
    signal: new AbortController().signal,
  });
  return { survey: seen, report: await evaluate(seen) };
}

const passes = ({ findings }: Report) =>
  findings.filter(({ outcome, check }) => outcome === 'pass' && !check.startsWith('host/')).map(({ check }) => check);

test('all of them on one host: the audit ends, stays small and passes nobody who never spoke', async () => {
  const before = process.memoryUsage().heapUsed;
  const named = await Promise.all(Object.entries(KINDS).map(async ([name, kind]) => ({ name, ...(await peer(kind)) })));
  const startedAt = performance.now();
  const { report } = await audit(named.map(({ port }) => port));
  expect(performance.now() - startedAt).toBeLessThan(AUDIT_MAX_MS);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(HEAP_MAX_BYTES);
  const silent = named.filter(({ name }) => /tarpit|SSH, one byte|TLS, one byte|echo|noise|without end/.test(name)).map(({ port }) => port);
  const passed = report.findings.filter(
    ({ outcome, port, check }) => outcome === 'pass' && silent.includes(port ?? 0) && !check.startsWith('host/'),
  );
  expect(passed.map(({ check }) => check)).toEqual([]);
  // Each has a row, whatever it said, and none costs more than a look is worth.
  expect(new Set(report.services.map(({ port }) => port)).size).toBe(named.length);
  expect(named.filter(({ connections }) => connections() > 120).map(({ name }) => name)).toEqual([]);
  for (const service of report.services)
    for (const [fact, observation] of Object.entries(service.facts))
      expect({ fact, bug: !observation.ok && observation.failure.kind === 'bug' }).toEqual({ fact, bug: false });
}, 90_000);

describe('a redirect', () => {
  test('to another port or a foreign address is written down and not followed', async () => {
    const other = await peer(() => {});
    const here = await peer(KINDS['a redirect to a metadata service']!);
    const there = await peer(
      (socket) =>
        void socket.once('data', () =>
          socket.end(`HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:${other.port}/\r\nContent-Length: 0\r\n\r\n`),
        ),
    );
    const { survey: seen } = await audit([here.port, there.port]);
    expect(other.connections()).toBe(0);
    for (const { facts } of seen.services) expect(facts['http.final']).toMatchObject({ ok: true, value: { hops: 0 } });
  }, 60_000);
});

test('a name whose answer changes between looks is asked once', async () => {
  let asked = 0;
  const web = await peer((socket) => void socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')));
  const rebinding = async () => (asked++ === 0 ? ['127.0.0.1'] : ['169.254.169.254']);
  const { survey: seen } = await audit([web.port], rebinding);
  expect(asked).toBe(1);
  expect(seen.targets).toMatchObject([{ name: 'box.lan', address: '127.0.0.1' }]);
  expect(new Set(seen.services.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
}, 60_000);

test('a portspoof host, every port open with a banner of something, is told from a real one', async () => {
  const banners = [
    'SSH-2.0-spoof\r\n',
    '220 ftp ready\r\n',
    'HTTP/1.0 200 OK\r\n\r\nhello',
    '\u0005\0\0',
    '* OK IMAP4\r\n',
    '+OK POP3\r\n',
  ];
  const peers = await Promise.all(
    Array.from({ length: 120 }, (_, index) => peer((socket) => void socket.end(banners[index % banners.length]!))),
  );
  const startedAt = performance.now();
  const { report } = await audit(peers.map(({ port }) => port));
  expect(performance.now() - startedAt).toBeLessThan(AUDIT_MAX_MS);
  expect(report.targets[0]!.ports.open).toBe(120);
  expect(passes(report).filter((check) => !check.startsWith('http/'))).toEqual([]);
}, 90_000);

test('terminal codes, bidirectional and invisible characters reach no output', async () => {
  const evil = '\u001b]0;owned\u0007\u001b[2J\u202e\u2066\u200b\u2028\ufeff';
  const web = await peer(
    (socket) =>
      void socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Home ${evil} Assistant</title>`)),
  );
  const ssh = await peer((socket) => void socket.end(`SSH-2.0-${evil} ${evil}\r\n`));
  const topics = await scriptedBroker({
    connack: () => connack(0),
    suback: [0, 0],
    then: [
      encodePublish('$SYS/broker/version', `mosquitto ${evil}`, { retain: true }),
      encodePublish(`home/${evil}`, evil, { retain: true }),
    ],
  });
  const { report } = await audit([web.port, ssh.port, topics.port]);
  await topics.close();
  expect(report.services.map(({ protocol }) => protocol).sort()).toEqual(['http', 'mqtt', 'ssh']);
  for (const format of Object.keys(FORMATS) as FormatName[]) {
    expect({ format, text: (await render(report, format)).match(/[\u001b\u0007\u202e\u2066\u200b\u2028\ufeff]/g) }).toEqual({
      format,
      text: null,
    });
  }
}, 60_000);

test('a thousand shares with evil names: a bounded report that says what it did not look at', async () => {
  const evil = '\u001b\u202e<';
  const pipe = { name: 'IPC$', comment: '', type: 0x8000_0003, writable: false, files: [] };
  const shares = Array.from({ length: 1_000 }, (_, index) => ({
    name: `${evil}${index}`,
    comment: evil,
    type: 0,
    writable: false,
    files: [],
  }));
  const server = createSmbServer([pipe, ...shares]);
  servers.push(server);
  server.on('connection', (socket) => sockets.add(socket));
  const { survey: seen, report } = await audit([await listen(server)]);
  const smb = seen.services.find(({ protocol }) => protocol === 'smb');
  expect(smb ?? seen.services).toHaveProperty('protocol', 'smb');
  expect(JSON.stringify(smb).length).toBeLessThan(256 * 1024);
  expect(report.findings.find(({ check }) => check === 'smb/guest-read')?.outcome).toBe('fail');
  // A longer list is cut, and not every share on it is walked through: what was not is no pass.
  expect(smb!.facts['smb.shares']).toMatchObject({ ok: true, value: { length: 256 } });
  expect(report.findings.find(({ check }) => check === 'smb/guest-write')?.outcome).toBe('unknown');
  for (const format of Object.keys(FORMATS) as FormatName[]) expect(await render(report, format)).not.toMatch(/\u001b|\u202e/);
}, 90_000);
