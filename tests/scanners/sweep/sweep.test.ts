import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { Worker } from 'node:worker_threads';
import net, { type AddressInfo } from 'node:net';
import { sweep, type SweepRequest } from '../../../src/scanners/sweep/index.js';

/** A loopback address that no other program is likely to listen on. */
const ALONE = '127.143.12.9';

const servers: net.Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listen(host: string, port = 0, onConnection: (socket: net.Socket) => void = () => {}): Promise<number> {
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy()).resume();
    onConnection(socket);
  });
  server.listen(port, host);
  await once(server, 'listening');
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

/** A port where nobody listens: one that was given out and taken back. */
async function closedPort(host: string): Promise<number> {
  const port = await listen(host);
  const server = servers.pop()!;
  server.close();
  await once(server, 'close');
  return port;
}

const run = (request: Partial<SweepRequest> & Pick<SweepRequest, 'addresses' | 'ports'>) =>
  sweep({ signal: new AbortController().signal, ...request });

describe('sweep', () => {
  test('tells open from closed, with nmap’s reasons', async () => {
    const open = [await listen('127.0.0.1'), await listen('127.0.0.1')].sort((a, b) => a - b);
    const closed = await closedPort('127.0.0.1');
    const seen: number[] = [];
    const { hosts, notes } = await run({ addresses: ['127.0.0.1'], ports: [...open, closed], onOpen: (_address, port) => seen.push(port) });
    expect(notes).toEqual([]);
    expect(hosts).toEqual([
      {
        address: '127.0.0.1',
        answered: true,
        open: open.map((port) => ({ port, reason: 'syn-ack' })),
        closed: 1,
        filtered: 0,
        reasons: { 'conn-refused': 1 },
        rttMs: expect.any(Number),
        complete: true,
        notes: [],
      },
    ]);
    expect(seen.sort((a, b) => a - b)).toEqual(open);
  });

  test('speaks IPv6', async () => {
    const port = await listen('::1');
    const { hosts } = await run({ addresses: ['::1'], ports: [port] });
    expect(hosts[0]).toMatchObject({ answered: true, open: [{ port, reason: 'syn-ack' }], complete: true });
  });

  test('finds every one of 65,535 ports, spread over threads', async () => {
    const open = [await listen('127.0.0.1'), await listen('127.0.0.1'), await listen('127.0.0.1')];
    const { hosts } = await run({ addresses: ['127.0.0.1'], ports: Array.from({ length: 65_535 }, (_, index) => index + 1) });
    const [host] = hosts;
    expect(host!.open.map(({ port }) => port)).toEqual(expect.arrayContaining(open));
    expect(host!.open.length + host!.closed + host!.filtered).toBe(65_535);
    expect(host).toMatchObject({ filtered: 0, complete: true, notes: [] });
  }, 30_000);

  test('keeps the order of the addresses and reads them as it goes', async () => {
    const port = await closedPort('127.0.0.1');
    const addresses = Array.from({ length: 3_000 }, (_, index) => `127.3.${index >> 8}.${index & 255}`);
    const done: string[] = [];
    const { hosts } = await run({ addresses: addresses.values(), ports: [port], onHost: ({ address }) => done.push(address) });
    expect(hosts.map(({ address }) => address)).toEqual(addresses);
    expect(hosts.every(({ closed, complete }) => closed === 1 && complete)).toBe(true);
    expect(done.sort()).toEqual([...addresses].sort());
  }, 30_000);

  test('does not take its own connection for a service', async () => {
    // Asked often enough, the kernel gives us the very port that we ask for (Linux: 32768 to 60999).
    const ports = Array.from({ length: 28_000 }, (_, index) => 32_768 + index);
    const { hosts } = await run({ addresses: [ALONE], ports });
    for (const { port } of hosts[0]!.open) expect(await accepts(port)).toBe(true);
  }, 30_000);

  test('keeps a rate that the user set', async () => {
    const times: number[] = [];
    const port = await listen('0.0.0.0', 0, () => times.push(performance.now()));
    const addresses = Array.from({ length: 60 }, (_, index) => `127.4.0.${index + 1}`);
    await run({ addresses, ports: [port], rate: 60 });
    expect(times.length).toBe(60);
    // 59 gaps at 60 a second; upwards the tolerance is for a machine that was busy.
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(0.95 * (59 / 60) * 1_000);
    expect(times.at(-1)! - times[0]!).toBeLessThan(3_000);
  }, 10_000);

  test('an interruption hands back what was learnt, marked', async () => {
    const open = await listen('127.0.0.1');
    const ports = [open, ...Array.from({ length: 500 }, (_, index) => index + 1)];
    const stop = new AbortController();
    const { hosts } = await run({
      addresses: ['127.0.0.1', '127.0.0.2'],
      ports,
      rate: 20,
      signal: stop.signal,
      onOpen: () => stop.abort(),
    });
    expect(hosts).toHaveLength(2);
    expect(hosts[0]!.open).toEqual([{ port: open, reason: 'syn-ack' }]);
    for (const host of hosts) expect(host).toMatchObject({ complete: false, notes: ['interrupted'] });
  });

  test('an interruption before the start sends nothing', async () => {
    let connections = 0;
    const port = await listen('127.0.0.1', 0, () => connections++);
    const { hosts } = await run({ addresses: ['127.0.0.1'], ports: [port], signal: AbortSignal.abort() });
    expect(hosts).toMatchObject([{ answered: false, open: [], complete: false, notes: ['interrupted'] }]);
    expect(connections).toBe(0);
  });

  test('counts its progress to the end', async () => {
    const port = await listen('127.0.0.1');
    const seen: unknown[] = [];
    await run({ addresses: ['127.0.0.1'], ports: [port, 1, 2], onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ done: 3, total: 3, open: 1 });
  });

  test('a thread that dies: what it had is not looked at, never closed, and the rest is not begun', async () => {
    const port = await listen('127.0.0.1');
    const addresses = Array.from({ length: 5_000 }, (_, index) => `127.5.${index >> 8}.${index & 255}`);
    const spy = jest.spyOn(Worker.prototype, 'postMessage');
    const { hosts, notes } = await run({
      addresses,
      ports: [port],
      rate: 100,
      onHost: () => void (spy.mock.contexts[0] as Worker).terminate(),
    });
    spy.mockRestore();
    expect(hosts).toHaveLength(addresses.length);
    expect(notes).toEqual([expect.stringMatching(/^a thread of the sweep ended \(.+\): its ports were not looked at$/)]);
    expect(hosts.at(-1)).toMatchObject({ answered: false, open: [], closed: 0, filtered: 0, complete: false, notes });
  });

  test('a link-local address with its zone', async () => {
    const [zone, address] = linkLocal() ?? [];
    if (!address) return console.log('skipped: no interface here has a link-local IPv6 address');
    const port = await listen(`${address}%${zone}`);
    const { hosts } = await run({ addresses: [`${address}%${zone}`], ports: [port, 1] });
    expect(hosts).toMatchObject([{ open: [{ port }], closed: 1 }]);
  });

  test('no addresses, no ports: nothing to say', async () => {
    expect(await run({ addresses: [], ports: [1] })).toEqual({ hosts: [], notes: [] });
    expect((await run({ addresses: ['127.0.0.1'], ports: [] })).hosts).toMatchObject([{ answered: false, open: [], complete: true }]);
  });
});

function linkLocal(): readonly [zone: string, address: string] | undefined {
  for (const [zone, addresses] of Object.entries(networkInterfaces())) {
    const own = addresses?.find(({ address }) => address.startsWith('fe80:'));
    if (own) return [zone, own.address];
  }
  return undefined;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, ALONE, () => {
      socket.destroy();
      resolve(socket.localPort !== port);
    });
    socket.on('error', () => resolve(false));
  });
}
