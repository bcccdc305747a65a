// Side by side with other scanners, in one run: npm run bench [-- --runs 5 --quick]. Root, for the network namespace.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeHost, OPEN_PORTS } from './network.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, quick: { type: 'boolean', default: false } } });
const RUNS = Number(values.runs);
const POROSITY = fileURLToPath(new URL('../dist/bin/porosity.cjs', import.meta.url));
const installed = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Open ports out of what a program prints. */
const READERS = {
  porosity: (text) => JSON.parse(text).services.map(({ port }) => port),
  nmap: (text) => [...text.matchAll(/^(\d+)\/tcp +open /gm)].map((match) => Number(match[1])),
  masscan: (text) => [...text.matchAll(/open port (\d+)\/tcp/g)].map((match) => Number(match[1])),
  rustscan: (text) => [...text.matchAll(/:(\d+)$/gm)].map((match) => Number(match[1])),
  naabu: (text) => [...text.matchAll(/:(\d+)$/gm)].map((match) => Number(match[1])),
};

function once(argv, reader) {
  const start = process.hrtime.bigint();
  const { stdout } = spawnSync(argv[0], argv.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const found = new Set(reader(stdout));
  return { seconds, missed: OPEN_PORTS.filter((port) => !found.has(port)).length };
}

const survey = (address, ...more) => [process.execPath, POROSITY, 'survey', address, '-p', 'all', '--ports-only', '-f', 'json', ...more];

function contenders(address, silent) {
  const list = [
    ['porosity --rate max', survey(address, '--rate', 'max'), READERS.porosity],
    ['porosity (polite default)', survey(address), READERS.porosity],
    ['nmap -sT -n -Pn -p-', ['nmap', '-sT', '-n', '-Pn', '-p-', ...(silent ? ['-T5'] : []), address], READERS.nmap],
    ['masscan --rate 100000', ['masscan', '-p1-65535', '--rate', '100000', '--wait', '2', address], READERS.masscan],
    ['rustscan -b 16000', ['rustscan', '-a', address, '-r', '1-65535', '-b', '16000', '-t', '500', '-g'], READERS.rustscan],
    ['naabu -s c', ['naabu', '-host', address, '-p', '-', '-s', 'c', '-rate', '10000', '-silent'], READERS.naabu],
  ];
  return list.filter(([name, argv]) => {
    const there = argv[0] === process.execPath || installed(argv[0]);
    if (!there) console.log(`  skipped: ${name} (not installed)`);
    return there;
  });
}

function compare(title, address, { silent, runs }) {
  console.log(`\n${title}`);
  const rows = contenders(address, silent).map(([name, argv, reader]) => ({ name, argv, reader, seconds: [], missed: [] }));
  // In turn, so that a machine that slows down slows all of them.
  for (let run = 0; run < runs; run++) {
    for (const row of rows) {
      if (silent && row.name.startsWith('nmap') && (run > 0 || values.quick)) continue;
      const { seconds, missed } = once(row.argv, row.reader);
      row.seconds.push(seconds);
      row.missed.push(missed);
    }
  }
  const ours = median(rows[0].seconds);
  for (const { name, seconds, missed } of rows.filter((row) => row.seconds.length > 0)) {
    const middle = median(seconds);
    const ratio = (middle / ours).toFixed(2);
    console.log(
      `  ${name.padEnd(28)} ${middle.toFixed(2).padStart(7)} s  ${ratio.padStart(6)} x ours  missed at worst ${Math.max(...missed)} of ${OPEN_PORTS.length}`,
    );
  }
}

if (process.getuid?.() !== 0) {
  console.error('bench: needs root, to make a network namespace of its own');
  process.exit(2);
}
const host = await makeHost();
try {
  console.log(`All 65,535 ports, ${RUNS} runs, median of whole processes (Node ${process.version})`);
  compare('a host that refuses', host.address, { silent: false, runs: RUNS });
  host.drop(0);
  compare('a host that drops (nmap with -T5)', host.address, { silent: true, runs: RUNS });
  for (const loss of [2, 5]) {
    host.drop(loss);
    let worst = 0;
    const seconds = Array.from({ length: values.quick ? 3 : 20 }, () => {
      const { seconds: took, missed } = once(survey(host.address, '--rate', 'max'), READERS.porosity);
      worst = Math.max(worst, missed);
      return took;
    });
    console.log(
      `\n${loss} % loss, ${seconds.length} sweeps: median ${median(seconds).toFixed(2)} s, missed at worst ${worst} of ${OPEN_PORTS.length}`,
    );
  }
} finally {
  host.remove();
}
