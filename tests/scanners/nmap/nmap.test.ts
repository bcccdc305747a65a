import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodeNmap from 'node-nmap';
import { UsageError } from '../../../src/errors.js';
import { sweepWithNmap } from '../../../src/scanners/nmap/index.js';
import { sweep } from '../../../src/scanners/sweep/index.js';

const signal = new AbortController().signal;
const installed = spawnSync('nmap', ['--version']).status === 0;
if (!installed) console.log('skipped where it needs nmap: nmap is not installed');
const withNmap = installed ? test : test.skip;

describe('sweepWithNmap', () => {
  withNmap('says the same as our own sweep', async () => {
    const server = net.createServer((socket) => socket.on('error', () => {}).destroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ports = [(server.address() as AddressInfo).port, 1, 2, 3];
    const request = { addresses: ['127.0.0.1'], ports, signal };
    const strip = ({ address, answered, open, closed, filtered, reasons, complete }: Awaited<ReturnType<typeof sweep>>['hosts'][number]) =>
      ({ address, answered, open, closed, filtered, reasons, complete }); // prettier-ignore
    const [theirs, ours] = [await sweepWithNmap(request), await sweep(request)];
    server.close();
    expect(theirs.hosts.map(strip)).toEqual(ours.hosts.map(strip));
  });

  withNmap('speaks IPv6 and keeps the order of mixed addresses', async () => {
    const { hosts } = await sweepWithNmap({ addresses: ['::1', '127.0.0.1', '127.0.0.2'], ports: [1], signal });
    expect(hosts.map(({ address, closed }) => [address, closed])).toEqual([
      ['::1', 1],
      ['127.0.0.1', 1],
      ['127.0.0.2', 1],
    ]);
  });

  test.each(['-iR', 'localhost', '--script=x', '192.0.2.1/24', '127.1'])('never hands %p to nmap', async (address) => {
    await expect(sweepWithNmap({ addresses: [address], ports: [1], signal })).rejects.toThrow('not an address');
  });

  describe('with an nmap that is not itself', () => {
    const location = nodeNmap.nmapLocation;
    let folder = '';
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'porosity-nmap-'));
      nodeNmap.nmapLocation = join(folder, 'nmap');
    });
    afterEach(() => {
      nodeNmap.nmapLocation = location;
      rmSync(folder, { recursive: true });
    });
    const pretend = (script: string) => {
      writeFileSync(nodeNmap.nmapLocation, `#!/bin/sh\n${script}\n`);
      chmodSync(nodeNmap.nmapLocation, 0o755);
    };
    const request = { addresses: ['127.0.0.1'], ports: [1], signal };

    test('one line says where nmap is missing', async () => {
      await expect(sweepWithNmap(request)).rejects.toThrow(new UsageError('--engine nmap: nmap is not installed'));
    });

    test('an end with an error leaves the host not looked at', async () => {
      pretend('echo "QUITTING!" >&2; exit 1');
      const { hosts, notes } = await sweepWithNmap(request);
      expect(notes).toEqual(['nmap ended with 1: QUITTING!']);
      expect(hosts).toMatchObject([{ answered: false, complete: false, notes }]);
    });

    test('output that is not XML is not believed', async () => {
      pretend('echo "<nmaprun><host>"; echo "<<<"');
      const { hosts, notes } = await sweepWithNmap(request);
      expect(notes[0]).toMatch(/^nmap printed something else/);
      expect(hosts[0]!.complete).toBe(false);
    });

    test('a warning on standard error is no failure; a host without a row is not there', async () => {
      pretend('echo "Warning: coffee" >&2; echo "<nmaprun></nmaprun>"');
      const { hosts, notes } = await sweepWithNmap(request);
      expect(notes).toEqual([]);
      expect(hosts).toMatchObject([{ answered: false, complete: true, filtered: 0 }]);
    });

    test('an interruption ends it and keeps what it had said', async () => {
      pretend(
        `echo '<nmaprun><host><status state="up"/><address addr="127.0.0.1"/><ports><port portid="1"><state state="open" reason="syn-ack"/></port></ports></host>'; exec sleep 60`,
      );
      const stop = new AbortController();
      const { hosts } = await sweepWithNmap({
        ...request,
        addresses: ['127.0.0.1', '127.0.0.2'],
        signal: stop.signal,
        onHost: () => stop.abort(),
      });
      expect(hosts).toMatchObject([
        { open: [{ port: 1, reason: 'syn-ack' }], complete: true },
        { complete: false, notes: ['interrupted'] },
      ]);
    });
  });
});
