// Whole processes, measured from outside.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const POROSITY = [process.execPath, fileURLToPath(new URL('../dist/bin/porosity.cjs', import.meta.url))];

const PATIENCE_SECONDS = 15;

export const installed = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs a program to its end: what it printed, the seconds it took, and its peak memory in MB where /proc tells. */
export function run(argv) {
  return new Promise((resolve) => {
    const start = process.hrtime.bigint();
    const child = spawn(argv[0], argv.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks = [];
    let peakMb = 0;
    const watch = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child.pid))), 100);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, stdout: Buffer.concat(chunks).toString(), seconds: Number(process.hrtime.bigint() - start) / 1e9, peakMb });
    });
  });
}

function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/**
 * Runs contenders in turn, so that a machine that slows down slows all of them, and prints a line each; one that takes
 * longer than `PATIENCE_SECONDS` runs once. A contender: name, argv, read (its output → open `address port` pairs).
 */
export async function compare(title, contenders, { runs, expected }) {
  console.log(`\n${title}`);
  const rows = contenders.filter(({ name, argv }) => {
    const there = argv[0] === process.execPath || installed(argv[0]);
    if (!there) console.log(`  skipped: ${name} (not installed)`);
    return there;
  });
  const results = new Map(rows.map((row) => [row, []]));
  for (let turn = 0; turn < runs; turn++) {
    for (const [{ argv }, list] of results) if (turn === 0 || list[0].seconds < PATIENCE_SECONDS) list.push(await run(argv));
  }
  const ours = median(results.get(rows[0]).map(({ seconds }) => seconds));
  for (const [{ name, read }, list] of results) {
    const seconds = list.map((result) => result.seconds);
    const missed = Math.max(...list.map(({ stdout }) => missedOf(expected, read(stdout))));
    const spread = `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)}`;
    console.log(
      `  ${name.padEnd(28)} ${median(seconds).toFixed(2).padStart(7)} s  (${spread})  ${(median(seconds) / ours).toFixed(2).padStart(6)} x ours  missed at worst ${missed} of ${expected.length}`,
    );
  }
}

function missedOf(expected, found) {
  const seen = new Set(found);
  return expected.filter((one) => !seen.has(one)).length;
}
