import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/model.js';
import { listen } from '../support/dial-to.js';
import { BINARY, type Ended, porosity } from '../support/porosity.js';

const onLinux = process.platform === 'linux' ? test : test.skip;

let folder: string;
let broker: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'porosity-staying-up-'));
  broker = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => socket.write(Buffer.from([0x20, 2, 0, 5])));
  });
  port = await listen(broker);
});
afterAll(() => {
  broker.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a line of shell; `$P` is the program. */
function shell(line: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', line.replaceAll('$P', `"${process.execPath}" "${BINARY}"`)], {
      cwd: folder,
      env: { ...process.env, CI: '1', NO_COLOR: '1', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const reportIn = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Report;

describe('what the machine lacks', () => {
  onLinux('a full disk behind standard output is one line and exit 2, not silence', async () => {
    const { code, stderr } = await shell(`$P 127.0.0.1 -p ${port} -f json > /dev/full`);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'porosity: cannot write to standard output: the disk is full\n' });
  });

  onLinux('a full disk behind --output costs the file, not the report on standard output', async () => {
    const { code, stdout, stderr } = await shell(`$P 127.0.0.1 -p ${port} -f json -o json=/dev/full`);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'porosity: cannot write "/dev/full": the disk is full\n' });
    expect((JSON.parse(stdout) as Report).kind).toBe('report');
  });

  onLinux('a full disk behind standard error changes nothing', async () => {
    expect((await shell(`$P no-such-host.invalid -p 1 -f json 2> /dev/full`)).code).toBe(3);
  });

  onLinux('64 file descriptors are enough', async () => {
    const { stderr } = await shell(`ulimit -n 64; $P 127.0.0.1 -p ${port},1-200 -o json=few.json > /dev/null`);
    expect(stderr).toBe('');
    expect(reportIn('few.json')).toMatchObject({ run: { incomplete: false }, targets: [{ state: 'examined' }] });
    expect(reportIn('few.json').services.find((service) => service.port === port)).toMatchObject({ protocol: 'mqtt' });
  });

  test('128 MB of heap are enough for all ports', async () => {
    const { code, stdout } = await porosity(['127.0.0.1', '-p', '1-20000', '-f', 'json'], {
      env: { NODE_OPTIONS: '--max-old-space-size=128' },
    });
    expect([0, 1, 3]).toContain(code);
    expect((JSON.parse(stdout) as Report).targets[0]!.ports.swept).toBeGreaterThan(19_000);
  });
});

describe('who stops listening', () => {
  onLinux('a reader that leaves is no defect', async () => {
    const { code, stdout, stderr } = await shell('{ $P checks; echo "exit $?" >&2; } | head -1');
    expect({ code, lines: stdout.split('\n').length, stderr }).toEqual({ code: 0, lines: 2, stderr: 'exit 0\n' });
  });
});

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (name, exitCode) => {
  test.each(['the first connection', 'the first words'])('at %s leaves a report that is valid and marked', async (moment) => {
    const accepted = new Set<Socket>();
    const tarpit = createServer((socket) => {
      socket.on('error', () => {});
      accepted.add(socket);
    });
    const once = new Promise((resolve) =>
      tarpit.on('connection', (socket) => (moment === 'the first words' ? socket.once('data', resolve) : resolve(socket))),
    );
    const silent = await listen(tarpit);
    const file = `${name}-${moment.length}.json`;
    const { code, stderr } = await porosity(['127.0.0.1', '-p', `${silent}`, '-o', `json=${join(folder, file)}`], {
      signal: { name, once },
    });
    for (const socket of accepted) socket.destroy();
    tarpit.close();
    expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
    const { run, targets, findings } = reportIn(file);
    expect({ incomplete: run.incomplete, state: targets[0]?.state }).toEqual({ incomplete: true, state: 'partial' });
    expect(findings.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  });
});

describe('--resume', () => {
  // Several hosts of loopback, which only Linux has without being told.
  onLinux(
    'ends with the report of an audit that nobody interrupted',
    async () => {
      const sockets = new Set<Socket>();
      let asked = () => {};
      let questions = 0;
      let patient = true;
      const refuse = Buffer.from([0x20, 2, 0, 5]);
      const servers = await Promise.all(
        ['127.81.0.1', '127.81.0.2', '127.81.0.3'].map(
          (address, index) =>
            new Promise<Server>((resolve) => {
              const server = createServer((socket) => {
                sockets.add(socket);
                socket.on('error', () => {});
                socket.on('data', () => {
                  // The last host keeps quiet in the first run, until its second question has told that the others are done.
                  if (index !== 2 || !patient) socket.write(refuse);
                  else if (++questions === 2) asked();
                });
              });
              server.listen(port, address, () => resolve(server));
            }),
        ),
      );
      const args = ['127.81.0.1-3', '-p', String(port), '-o'];
      const once = new Promise<void>((resolve) => (asked = resolve));
      const interrupted = await porosity([...args, `json=${join(folder, 'half.json')}`], { signal: { name: 'SIGINT', once } });
      patient = false;
      const resumed = await porosity([...args, `json=${join(folder, 'whole.json')}`, '--resume', join(folder, 'half.json')]);
      const straight = await porosity([...args, `json=${join(folder, 'straight.json')}`]);
      for (const socket of sockets) socket.destroy();
      for (const server of servers) server.close();

      expect(interrupted.code).toBe(130);
      expect(reportIn('half.json').targets.at(-1)).toMatchObject({ address: '127.81.0.3', state: 'partial' });
      expect(resumed.code).toBe(straight.code);
      expect(timeless(reportIn('whole.json'))).toEqual(timeless(reportIn('straight.json')));
    },
    60_000,
  );

  test('another question is refused', async () => {
    await porosity(['127.0.0.1', '-p', '1', '-o', `json=${join(folder, 'one.json')}`]);
    const { code, stderr } = await porosity(['127.0.0.1', '-p', '2', '--resume', join(folder, 'one.json')]);
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
  });
});

const timeless = ({ run, ...report }: Report) => ({ ...report, run: { ...run, startedAt: '', finishedAt: '', durationMs: 0 } });

test('no temporary file stays behind', () => {
  expect(readdirSync(folder).filter((file) => file.startsWith('.') || file.endsWith('.tmp'))).toEqual([]);
});
