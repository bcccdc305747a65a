import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SMBD = '/usr/sbin/smbd';

/** Why there can be no real smbd here; empty where there can. */
export const whyNoSmbd = (): string =>
  !existsSync(SMBD) ? 'smbd is not installed' : process.getuid?.() !== 0 ? 'smbd needs root to become other users' : '';

export interface Smbd {
  readonly port: number;
  readonly folder: string;
  stop(): Promise<void>;
}
interface Settings {
  /** Lines of `[global]`; a port of 139 and the like is not possible here. */
  readonly global: readonly string[];
  /** Share sections; `@` stands for the folder. */
  readonly shares: string;
  /** Makes files below the folder. */
  readonly prepare?: (folder: string) => void;
  /** An account that has an empty password. */
  readonly account?: string;
}

/** A real smbd on a free port of 127.0.0.1, with everything that it writes in a folder of its own. */
export async function startSmbd({ global, shares, prepare, account }: Settings): Promise<Smbd> {
  const folder = mkdtempSync(join(tmpdir(), 'smbd-'));
  chmodSync(folder, 0o755);
  for (const name of ['private', 'lock', 'state', 'cache', 'pid', 'ncalrpc', 'log']) mkdirSync(join(folder, name));
  prepare?.(folder);
  const port = await freePort();
  const config = join(folder, 'smb.conf');
  const own = ['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory', 'ncalrpc dir'];
  const places = own.map((key) => `${key} = ${join(folder, key.split(' ')[0]!)}`);
  const fixed = [
    'netbios name = HASSIO',
    'server role = standalone',
    `smb ports = ${port}`,
    'interfaces = 127.0.0.1/8',
    'bind interfaces only = yes',
    'disable netbios = yes',
    'load printers = no',
    `log file = ${join(folder, 'log', 'log')}`,
  ];
  writeFileSync(config, `[global]\n${[...fixed, ...places, ...global].join('\n')}\n${shares.replaceAll('@', folder)}\n`);
  if (account) addAccount(config, account);
  const child = spawn(SMBD, ['-F', '-s', config, '--no-process-group'], { stdio: 'ignore', detached: true });
  await listening(port);
  return { port, folder, stop: () => stop(child, folder) };
}

function addAccount(config: string, name: string): void {
  const HASH_OF_NOTHING = '31d6cfe0d16ae931b73c59d7e0c089c0';
  execFileSync('smbpasswd', ['-c', config, '-s', '-a', name], { input: 'x\nx\n', stdio: ['pipe', 'ignore', 'ignore'] });
  execFileSync('pdbedit', ['-s', config, '-u', name, `--set-nt-hash=${HASH_OF_NOTHING}`], { stdio: 'ignore' });
}

/** Ends smbd and the helpers that it started on demand, which lead lives of their own but name our folder. */
async function stop(child: ChildProcess, folder: string): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGKILL');
  await gone;
  for (let tries = 0; tries < 50; tries++) {
    const helpers = processesNaming(folder);
    if (helpers.length === 0) break;
    for (const pid of helpers) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function processesNaming(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(`${folder}/`))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = net.connect({ host: '127.0.0.1', port }, () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('close', () => socket.destroy());
      setTimeout(() => socket.destroy(), 50);
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`smbd never listened on ${port}`);
}
