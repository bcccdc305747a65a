import type { AddressInfo, Server } from 'node:net';
import { createDebugSsh } from './debug-ssh.js';
import { createHomeAssistant } from './home-assistant-0.70.js';
import { createMqttBroker } from './mqtt-broker.js';
import { createSmbServer } from './smb-server.js';

/** A Hass.io-like host of 2018 on loopback: no root, no network, gone with the process. */
export interface Lab {
  readonly address: string;
  readonly ports: readonly number[];
  stop(): void;
}

/** Where each service of the post's host listened; below 1024 only root may, so SMB moves up. */
const SERVICES: readonly { readonly usualPort: number; readonly start: () => Server | Promise<Server> }[] = [
  { usualPort: 1445, start: createSmbServer },
  { usualPort: 1883, start: createMqttBroker },
  { usualPort: 8123, start: createHomeAssistant },
  { usualPort: 22222, start: createDebugSsh },
];

/** Starts all services, each on its usual port where that is free and on any free port otherwise. */
export async function startLab(address: string): Promise<Lab> {
  const servers = await Promise.all(SERVICES.map(({ start }) => start()));
  const ports = await Promise.all(servers.map((server, index) => listenNear(server, address, SERVICES[index]!.usualPort)));
  return { address, ports, stop: () => servers.forEach((server) => server.close()) };
}

async function listenNear(server: Server, address: string, port: number): Promise<number> {
  try {
    return await listen(server, address, port);
  } catch {
    return listen(server, address, 0);
  }
}

function listen(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
