import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Report } from '../../src/model.js';
import { listen } from '../support/dial-to.js';
import { BINARY, porosity } from '../support/porosity.js';
import { webPeer } from '../peers/web.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'porosity-lost-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A network of its own that a test may take down: Linux, root, iproute2. */
function mayTakeNetworkDown(): boolean {
  const why = spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up']);
  if (why.status !== 0) console.log(`skipped: no network of our own (${why.error?.message ?? String(why.stderr).trim()})`);
  return why.status === 0;
}
const inOwnNetwork = mayTakeNetworkDown() ? test : test.skip;

/** Two services and the program; the link goes down at the given request to the web server. Prints what came of it. */
const losing = (request: number) => `
  import { execFileSync, spawn } from 'node:child_process';
  import { createServer } from 'node:net';
  const link = (state) => execFileSync('ip', ['link', 'set', 'lo', state]);
  link('up');
  const serve = (port, answer) =>
    createServer((socket) => socket.on('error', () => {}).on('data', () => answer(socket))).listen(port);
  serve(1883, (socket) => socket.write(Buffer.from([0x20, 2, 0, 5])));
  let requests = 0;
  serve(8080, (socket) => {
    if (++requests === ${request}) link('down');
    socket.end('HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\nhello');
  });
  const child = spawn(process.execPath, [${JSON.stringify(BINARY)}, '127.0.0.1', '-p', '1883,8080', '-f', 'json']);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.on('close', (code) => {
    console.log(JSON.stringify({ code, stderr, report: JSON.parse(stdout) }));
    process.exit();
  });`;

inOwnNetwork.each([
  ['before anything was learnt', 1],
  ['in the middle', 4],
])(
  'a network that is lost %s: what was learnt stays, the rest is unknown, and it is said',
  (_when, request) => {
    const script = join(folder, `lose-${request}.mjs`);
    writeFileSync(script, losing(request));
    const printed = execFileSync('unshare', ['--net', process.execPath, script], { encoding: 'utf8', timeout: 60_000 });
    const { code, stderr, report } = JSON.parse(printed) as { code: number; stderr: string; report: Report };
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(report.targets).toMatchObject([{ state: 'partial', because: 'it stopped answering while it was looked at' }]);
    expect(report.gate.result).toBe('undecided');
    expect(report.services.map(({ port }) => port)).toEqual([1883, 8080]);
    const passed = report.findings.filter(({ outcome }) => outcome === 'pass').map(({ check }) => check);
    if (request === 1) expect(passed).toEqual([]);
    else expect(report.services[1]!.facts['http.root']).toMatchObject({ ok: true });
  },
  90_000,
);

test.each([3_600_000, -3_600_000])(
  'a clock that is put by %p ms again and again changes no duration and no deadline',
  async (jumpMs) => {
    const jump = join(folder, 'jump.mjs');
    writeFileSync(
      jump,
      `const Real = Date;
     let calls = 0;
     const shifted = () => Real.now() + calls++ * ${jumpMs};
     globalThis.Date = class extends Real {
       constructor(...given) { super(...(given.length > 0 ? given : [shifted()])); }
       static now() { return shifted(); }
     };`,
    );
    const silent = createServer((socket) => socket.on('error', () => {}));
    const port = await listen(silent);
    const web = await webPeer((_request, response) => response.end('<title>Home</title>'));
    const startedAt = performance.now();
    const { code, stdout, stderr } = await porosity(['127.0.0.1', '-p', `${port},${web.port}`, '-f', 'json'], {
      env: { NODE_OPTIONS: `--import=${pathToFileURL(jump).href}` },
    });
    const tookMs = performance.now() - startedAt;
    silent.close();
    await web.close();
    expect(stderr).toBe('');
    expect([0, 1, 3]).toContain(code);
    const { run, targets, services } = JSON.parse(stdout) as Report;
    expect(Date.parse(run.finishedAt) - Date.parse(run.startedAt)).toBe(run.durationMs);
    expect(run.durationMs).toBeGreaterThan(0);
    expect(run.durationMs).toBeLessThan(tookMs);
    expect(targets).toMatchObject([{ state: 'examined', ports: { open: 2 } }]);
    expect(services.find((service) => service.port === web.port)).toMatchObject({ protocol: 'http', facts: { 'http.root': { ok: true } } });
  },
  60_000,
);
