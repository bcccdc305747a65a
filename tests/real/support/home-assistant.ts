import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDaemon } from '../../support/daemon.js';
import { inCache } from './cache.js';
import { makeEnvironment, pip } from './python.js';

export const VERSION = '2024.3.3';
const PYTHON = '3.11';
/**
 * What the integrations below ask for in their manifests; the release itself pins their versions. Without PyMetno, the
 * weather that onboarding adds asks nobody.
 */
const PACKAGES = [
  `homeassistant==${VERSION}`,
  'home-assistant-frontend',
  'aiohttp_cors',
  'aiohttp-fast-url-dispatcher',
  'aiohttp-zlib-ng',
  'SQLAlchemy',
  'Pillow',
  'PyNaCl',
  'hass-nabucasa',
  'paho-mqtt',
  'ifaddr',
  'janus',
  'fnv-hash-fast',
  'psutil-home-assistant',
  'securetar==2024.2.1',
  // Not pinned, and what came later does not fit.
  'josepy<2',
];
const START_MS = 90_000;

/** Installs Home Assistant; resolves with its program, or undefined, and a printed reason, where it cannot be installed. */
export async function installHomeAssistant(): Promise<string | undefined> {
  const cached = await inCache(`home-assistant-${VERSION}`, PACKAGES, async (folder) => {
    await makeEnvironment(folder, PYTHON);
    await pip(folder, '--no-deps', `homeassistant==${VERSION}`);
    const pinned = join(folder, `lib/python${PYTHON}/site-packages/homeassistant/package_constraints.txt`);
    await pip(folder, '--constraint', pinned, ...PACKAGES);
  });
  return cached && join(cached, 'bin/hass');
}

export interface Settings {
  readonly port: number;
  /** Lines under `http:` and under `homeassistant:`. */
  readonly http?: readonly string[];
  readonly core?: readonly string[];
}

/** Starts it on loopback and waits until its views are there. */
export async function startHomeAssistant(program: string, folder: string, { port, http = [], core = [] }: Settings) {
  const section = (name: string, lines: readonly string[]) => `${name}:\n${lines.map((line) => `  ${line}\n`).join('')}`;
  const own = ['server_host: 127.0.0.1', `server_port: ${port}`];
  const parts = [section('homeassistant', ['name: Invented home', ...core]), section('http', [...own, ...http])];
  writeFileSync(join(folder, 'configuration.yaml'), `${parts.join('')}frontend:\nconfig:\n`);
  const daemon = await startDaemon([program, '-c', folder, '--skip-pip'], [port], START_MS);
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await pause(100)) {
    const { status } = await fetch(`http://127.0.0.1:${port}/auth/providers`);
    if (status !== 404) return daemon;
  }
  await daemon.stop();
  throw new Error('Home Assistant shows no login');
}

/** What Home Assistant itself says about failed logins since its last start. Complete once it has stopped. */
export function countedBy(folder: string) {
  const log = readFileSync(join(folder, 'home-assistant.log'), 'utf8');
  const bans = join(folder, 'ip_bans.yaml');
  return {
    failedLogins: log.split('Login attempt or request with invalid authentication').length - 1,
    banned: existsSync(bans) ? [...readFileSync(bans, 'utf8').matchAll(/^(\S+):$/gm)].map(([, address]) => address) : [],
  };
}
