import type { AddressInfo, Server } from 'node:net';
import type { Layer, Mode } from '../../src/model.js';
import { createDial } from '../../src/scanners/dial.js';
import type { Dial } from '../../src/scanners/scanner.js';

interface Options {
  readonly address?: string;
  readonly name?: string;
  readonly layer?: Layer;
  readonly modes?: readonly Mode[];
}

/** A dial to a peer on loopback, without rate limits. */
export function dialTo(port: number, { address = '127.0.0.1', name = 'box.lan', layer = 'tcp', modes = ['passive'] }: Options = {}): Dial {
  return createDial(
    {
      target: { name, address },
      modes: new Set(modes),
      signal: new AbortController().signal,
      allows: () => true,
      turn: () => Promise.resolve(),
    },
    port,
    layer,
  );
}

/** Listens on a free port of 127.0.0.1 and gives the port. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
