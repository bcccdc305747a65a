import { afterEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { answerOf } from '../../../src/scanners/sweep/answer.js';
import type { CreateConnector } from '../../../src/scanners/sweep/connector.js';
import { Engine } from '../../../src/scanners/sweep/engine.js';
import { HostLook, type HostOutcome } from '../../../src/scanners/sweep/host-look.js';
import { createNetConnector } from '../../../src/scanners/sweep/net-connector.js';
import { Pace } from '../../../src/scanners/sweep/pace.js';
import { Progress } from '../../../src/scanners/sweep/progress.js';
import { createRawConnector } from '../../../src/scanners/sweep/raw-connector.js';
import { passesSelfTest } from '../../../src/scanners/sweep/self-test.js';
import { OwnSignals } from '../../../src/scanners/sweep/signals.js';

const servers: net.Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listen(host: string): Promise<{ port: number; connections: () => number }> {
  let connections = 0;
  const server = net.createServer((socket) => {
    connections++;
    socket.on('error', () => socket.destroy()).resume();
  });
  server.listen(0, host);
  await once(server, 'listening');
  servers.push(server);
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

/** One connection: its answer in words, or `nothing` after a while. */
function ask(create: CreateConnector, address: string, port: number, patienceMs = 2_000): Promise<string> {
  return new Promise((resolve) => {
    const end = (words: string) => {
      clearTimeout(patience);
      connector.close(0);
      resolve(words);
    };
    const patience = setTimeout(() => end('nothing'), patienceMs);
    const told = (status: number) => end(`${answerOf(status).kind} ${answerOf(status).reason}`);
    const connector = create((_slot, status) => told(status));
    const status = connector.open(0, address, port);
    if (status !== 0) told(status);
  });
}

/** A thread of its own, so that it can hang up while this one is held. */
const HANGS_UP = `
  const { parentPort, workerData } = require('node:worker_threads');
  const server = require('node:net').createServer((socket) => {
    socket.resetAndDestroy();
    Atomics.store(workerData, 0, 1);
    Atomics.notify(workerData, 0);
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

const TWINS: readonly [string, CreateConnector][] = [
  ['raw', createRawConnector],
  ['net', createNetConnector],
];

describe.each(TWINS)('the %s connector', (_name, create) => {
  test.each(['127.0.0.1', '::1'])('tells open from closed on %s', async (address) => {
    const { port } = await listen(address);
    expect(await ask(create, address, port)).toBe('open syn-ack');
    servers.pop()!.close();
    expect(await ask(create, address, port)).toBe('closed conn-refused');
  });

  test('names what the way there says', async () => {
    // A broadcast address is refused by our own kernel.
    expect(await ask(create, '255.255.255.255', 9)).toBe(
      process.platform === 'linux' ? 'filtered net-unreach' : expect.stringMatching(/^filtered /),
    );
  });

  test('a link-local address needs its zone, and a zone that is not there is no crash', async () => {
    expect(await ask(create, 'fe80::1%nosuchzone', 9)).toMatch(/^(filtered|hopeless) /);
  });

  test('keeps quiet about a slot that was closed, also when it is in use again', async () => {
    const { port } = await listen('127.0.0.1');
    const told: [slot: number, kind: string][] = [];
    const connector = create((slot, status) => {
      told.push([slot, answerOf(status).kind]);
      connector.close(slot);
      servers.forEach((server) => server.emit('told'));
    });
    connector.open(7, '127.0.0.1', port);
    connector.close(7);
    connector.open(7, '127.0.0.1', port);
    await once(servers[0]!, 'told');
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual([[7, 'open']]);
    connector.close(7);
  });

  test('a port that hangs up before we look was open all the same', async () => {
    const hungUp = new Int32Array(new SharedArrayBuffer(4));
    const hangsUp = new Worker(HANGS_UP, { eval: true, workerData: hungUp });
    const [port] = (await once(hangsUp, 'message')) as [number];
    const answer = ask(create, '127.0.0.1', port);
    // The documented twin dials a tick later. The handshake is the kernel's: nobody has looked at it when it is over.
    await new Promise(process.nextTick);
    expect(Atomics.wait(hungUp, 0, 0, 5_000)).not.toBe('timed-out');
    expect(await answer).toBe('open syn-ack');
    await hangsUp.terminate();
  });

  test('hangs up: the other side sees the end', async () => {
    const server = net.createServer();
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ended = once(server, 'connection').then(([socket]) => once((socket as net.Socket).resume(), 'end'));
    expect(await ask(create, '127.0.0.1', (server.address() as AddressInfo).port)).toBe('open syn-ack');
    await ended;
  });

  test('survives a hundred thousand slots that come and go', async () => {
    const { port } = await listen('127.0.0.1');
    const connector = create(() => {});
    for (let round = 0; round < 1_000; round++) {
      connector.open(round % 8, '127.0.0.1', port);
      connector.close(round % 8);
    }
    expect(await ask(create, '127.0.0.1', port)).toBe('open syn-ack');
  });

  test('passes the self-test', async () => {
    expect(await passesSelfTest(create)).toBe(true);
  });
});

describe('twins', () => {
  test('say the same of ports that are open, closed, out of reach and our own', async () => {
    const { port } = await listen('0.0.0.0');
    const doors: readonly [string, number][] = [
      ['127.0.0.1', port],
      ['127.0.0.9', port],
      ['127.0.0.1', 1],
      ['::1', 1],
      ['255.255.255.255', 1],
      ['0.0.0.0', port],
      ['::ffff:127.0.0.1', port],
    ];
    for (const [address, door] of doors) {
      const [raw, documented] = [await ask(createRawConnector, address, door), await ask(createNetConnector, address, door)];
      expect([address, door, raw]).toEqual([address, door, documented]);
    }
  });

  test('a connector that mixes things up fails the self-test', async () => {
    const wrong: readonly CreateConnector[] = [
      () => {
        throw new Error('No such module: tcp_wrap');
      },
      () => ({ open: () => -1, close: () => {} }),
      (onResult) => ({ open: (slot) => (setImmediate(onResult, slot, 0), 0), close: () => {} }),
    ];
    for (const create of wrong) expect(await passesSelfTest(create)).toBe(false);
  });
});

test.each(TWINS)('an event loop that is busy past every deadline misses nothing (%s)', async (_name, create) => {
  const doors = await Promise.all(Array.from({ length: 20 }, () => listen('127.0.0.1')));
  const ports = doors.map(({ port }) => port).sort((a, b) => a - b);
  let opened = 0;
  const busy: CreateConnector = (onResult) => {
    const connector = create(onResult);
    return {
      close: (slot) => connector.close(slot),
      open: (slot, address, port) => {
        const status = connector.open(slot, address, port);
        // All are on their way; now nobody looks at answers for longer than any deadline.
        if (++opened === ports.length) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_200);
        return status;
      },
    };
  };
  const outcome = await new Promise<HostOutcome>((resolve) => {
    const engine = new Engine({
      createConnector: busy,
      slots: 64,
      pace: new Pace(Infinity, false, performance.now()),
      neighbours: new Pace(Infinity, false, performance.now()),
      onOpen: () => {},
      onDone: (host) => resolve(host.outcome),
    });
    const plan = { few: true, leading: 0, firstWindow: 64, silentAfter: Infinity };
    const unpaced = new Pace(Infinity, false, performance.now());
    engine.add(
      new HostLook({
        id: 0,
        address: '127.0.0.1',
        isNeighbour: false,
        ports: Uint16Array.from(ports),
        signals: new OwnSignals(),
        plan,
        pace: unpaced,
        progress: new Progress(),
      }),
    );
  });
  expect([...outcome.open].sort((a, b) => a - b)).toEqual(ports);
  // None was asked twice: the late look at the clock called nothing silent.
  expect(opened).toBe(ports.length);
});

test('runs out of file descriptors and still looks at every port', async () => {
  if (process.platform === 'win32') return;
  const { port } = await listen('127.0.0.1');
  const script = `
    import { sweep } from ${JSON.stringify(new URL('../../../src/scanners/sweep/index.js', import.meta.url).href)};
    const ports = [...Array(3000).keys()].map((port) => port + 1).concat(${port});
    const { hosts, notes } = await sweep({ addresses: ['127.0.0.1'], ports, signal: new AbortController().signal });
    process.stdout.write(JSON.stringify({ ...hosts[0], notes: [...hosts[0].notes, ...notes] }));
  `;
  // A lower hard limit keeps Node from raising the soft one.
  const child = spawnSync('sh', ['-c', 'ulimit -n 64; exec "$0" --input-type=module -e "$1"', process.execPath, script], {
    encoding: 'utf8',
  });
  expect(child.stderr).toBe('');
  const host = JSON.parse(child.stdout) as {
    open: { port: number }[];
    closed: number;
    filtered: number;
    complete: boolean;
    notes: string[];
  };
  expect(host).toMatchObject({ filtered: 0, complete: true, notes: [] });
  expect(host.open.map((open) => open.port)).toContain(port);
  expect(host.open.length + host.closed).toBe(3_001);
});
