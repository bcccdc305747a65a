import { spawn } from 'node:child_process';
import nodeNmap from 'node-nmap';
import { UsageError } from '../../errors.js';
import { type NmapHost, NmapReader } from './read-xml.js';

const WARNING_CHARACTERS = 200;

/** Scans addresses; says why where nmap did not end well. Rejects with a `UsageError` where there is no nmap. */
export function runNmap(
  options: readonly string[],
  addresses: readonly string[],
  signal: AbortSignal,
  onHost: (host: NmapHost) => void,
): Promise<string | undefined> {
  return new ConnectScan([], options).run(addresses, signal, onHost);
}

/**
 * One run of nmap. Of `NmapScan` it keeps the command line; the process and the reading are done here, since the
 * original drops what it prints in part, dies of a port without a service, and takes every warning for a failure.
 */
class ConnectScan extends nodeNmap.NmapScan {
  /** The constructor of `NmapScan` calls it, before anybody could listen: `run` starts the process. */
  protected override initializeChildProcess(): void {}
  /** Would read the whole output at its end. */
  protected override rawDataHandler(): void {}

  run(addresses: readonly string[], signal: AbortSignal, onHost: (host: NmapHost) => void): Promise<string | undefined> {
    const child = spawn(nodeNmap.nmapLocation, [...this.command], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child = child;
    const kill = () => this.killChild();
    signal.addEventListener('abort', kill, { once: true });
    const reader = new NmapReader(onHost);
    let unreadable = '';
    let warning = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      try {
        if (!unreadable) reader.write(text);
      } catch (error) {
        unreadable = error instanceof Error ? error.message : String(error);
        kill();
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (warning = (warning + text).slice(-WARNING_CHARACTERS)));
    // An nmap that ends before it has read its targets closes the pipe.
    child.stdin.on('error', () => {}).write(`${addresses.join('\n')}\n`);
    this.startScan();
    return new Promise<string | undefined>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ENOENT' ? new UsageError('--engine nmap: nmap is not installed') : error),
      );
      child.once('close', (code) => {
        if (unreadable) resolve(`nmap printed something else than its XML: ${unreadable}`);
        else if (code === 0 || signal.aborted) resolve(undefined);
        else resolve(`nmap ended with ${code ?? 'a signal'}: ${warning.trim().split('\n').at(-1)}`);
      });
    }).finally(() => signal.removeEventListener('abort', kill));
  }
}
