import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Report } from '../../src/model.js';
import { parseReport } from '../../src/schema.js';
import { freePorts, installed, scratch, startDaemon } from '../support/daemon.js';
import { porosity } from '../support/porosity.js';

const server = installed('redis-server');
if (!server) console.log('skipped: redis-server is not installed');

const SHARDS = 400;
/** 16 addresses a shard. */
const NETWORK = '127.5.0.0-127.5.24.255';
const STOPPED_MS = 10_000;

(server ? describe : describe.skip)('an audit over a queue', () => {
  const folder = scratch();
  const workers: ChildProcess[] = [];
  let daemon: Awaited<ReturnType<typeof startDaemon>>;
  let url: string;
  let redis: Redis;

  beforeAll(async () => {
    const [port] = (await freePorts(1)) as [number];
    daemon = await startDaemon([server!, '--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder.path], [port]);
    url = `redis://127.0.0.1:${port}`;
    redis = new Redis(url);
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    redis.disconnect();
    await daemon.stop();
    folder.remove();
  });

  /** A worker, and the shards that it says it has done. */
  function startWorker(site: string): { readonly child: ChildProcess; readonly done: () => number } {
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/bin/porosity.cjs'), 'worker', '--queue', url, '--site', site], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let done = 0;
    child.stderr!.on(
      'data',
      (chunk: Buffer) =>
        (done += chunk
          .toString()
          .split('\n')
          .filter((line) => /^shard \d+\//.test(line)).length),
    );
    workers.push(child);
    return { child, done: () => done };
  }
  const until = async (holds: () => boolean) => {
    while (!holds()) await pause(20);
  };

  test('a worker killed in the middle, Redis away for ten seconds, a second worker late: nothing lost, nothing double', async () => {
    const audit = porosity([NETWORK, '-p', '1', '--queue', url, '--site', 'home', '-f', 'json']);
    const [first, second] = [startWorker('home'), startWorker('home')];
    await until(() => first.done() > 20 && second.done() > 20);
    second.child.kill('SIGKILL');
    const pid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
    process.kill(pid, 'SIGSTOP');
    await pause(STOPPED_MS);
    process.kill(pid, 'SIGCONT');
    startWorker('home');
    const { code, stdout } = await audit;
    // Read as any reader does: silent addresses in a row are one entry of the file.
    const report = parseReport(stdout, 'report');
    expect(code).toBe(0);
    expect(report.run).toMatchObject({ incomplete: false });
    expect(report.notes).toEqual([]);
    expect(report.targets.length).toBe(SHARDS * 16);
    expect(new Set(report.targets.map(({ address }) => address)).size).toBe(SHARDS * 16);
    expect(report.targets.every(({ ports }) => ports.swept === 1)).toBe(true);
    const [done] = await redis.keys('porosity-home:done:*');
    expect(await redis.scard(done!)).toBe(SHARDS);
  }, 180_000);

  test('a worker refuses what it may not look at, and the report says so', async () => {
    const { child } = startWorker('elsewhere');
    const { code, stdout } = await porosity(['10.255.255.1', '-p', '1', '--queue', url, '--site', 'elsewhere', '-f', 'json']);
    child.kill('SIGKILL');
    expect(code).toBe(3);
    expect((JSON.parse(stdout) as Report).targets[0]).toMatchObject({ state: 'partial', because: expect.stringContaining('may not look') });
  }, 60_000);

  test.each([
    [['--queue', 'redis://127.0.0.1:1'], {}, 'redis://127.0.0.1:1'],
    [['--queue', 'http://127.0.0.1:1'], {}, 'rediss://'],
    [['--queue', 'redis://me:s3cret@127.0.0.1:1'], {}, 'POROSITY_REDIS_PASSWORD'],
    [['--intrusive', '--queue', 'redis://127.0.0.1:1'], {}, 'never queued'],
  ])(
    '%p is one line, exit 2',
    async (flags, env, named) => {
      const { code, stdout, stderr } = await porosity(['127.0.0.1', ...flags], { env });
      expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
      expect(stderr).toContain(named);
      expect(stderr).not.toContain('s3cret');
    },
    30_000,
  );

  test('a refused password is one line, exit 2', async () => {
    await redis.config('SET', 'requirepass', 'right');
    const { code, stderr } = await porosity(['127.0.0.1', '--queue', url], { env: { POROSITY_REDIS_PASSWORD: 'wrong' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/WRONGPASS|password/i);
    expect(stderr).not.toContain("'wrong'");
  }, 30_000);
});
