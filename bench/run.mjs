// Side by side with other scanners, in one run: npm run bench [-- --runs 5 --quick post refuse drop loss block memory evaluate].
// Root, for the network namespace.
import { parseArgs } from 'node:util';
import { judgeAndRender } from './evaluate.mjs';
import { compare, installed, median, POROSITY, run } from './measure.mjs';
import { BLOCK, enterOwnNetwork, HOST, LIVING, LIVING_PORT, makeNetwork, OPEN_PORTS, POST_HOST, POST_PORTS } from './network.mjs';
import * as read from './readers.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, quick: { type: 'boolean', default: false } },
});
const runs = Number(values.runs);
const BLOCK_PORTS = '21,22,23,25,53,80,110,111,135,139,143,443,445,993,995,1883,3306,3389,8080,8123';

const survey = (target, ports, ...more) => [...POROSITY, 'survey', target, '-p', ports, '--ports-only', '-f', 'json', ...more];
const nmap = (...more) => ['nmap', '-oX', '-', ...more];
const ours = (target, ports) => [
  { name: 'porosity --rate max', argv: survey(target, ports, '--rate', 'max'), read: read.porosity },
  { name: 'porosity (polite default)', argv: survey(target, ports), read: read.porosity },
];
const others = [
  { name: 'masscan --rate 100000', argv: ['masscan', '-p1-65535', '--rate', '100000', '--wait', '2', HOST], read: read.masscan },
  { name: 'rustscan', argv: ['rustscan', '-a', HOST, '-r', '1-65535', '-g'], read: read.rustscan },
  { name: 'rustscan -b 16000', argv: ['rustscan', '-a', HOST, '-r', '1-65535', '-b', '16000', '-t', '500', '-g'], read: read.rustscan },
  { name: 'naabu -s c -rate 10000', argv: ['naabu', '-host', HOST, '-p', '-', '-s', 'c', '-rate', '10000', '-silent'], read: read.naabu },
];
const openPorts = OPEN_PORTS.map((port) => `${HOST} ${port}`);

const SECTIONS = {
  async post({ startPost, refuse }) {
    const programs = ['smbd', 'mosquitto', 'dropbear'];
    const missing = programs.filter((program) => !installed(program));
    if (missing.length > 0) return console.log(`\nskipped: the post's host (${missing.join(', ')} not installed)`);
    refuse();
    const stop = await startPost();
    const facts = (...more) => [...POROSITY, POST_HOST, '-p', 'all', '-f', 'json', ...more];
    const contenders = [
      { name: 'porosity --rate max', argv: facts('--rate', 'max', '--host-rate', 'max'), read: read.porosity },
      { name: 'porosity (polite default)', argv: facts(), read: read.porosity },
      { name: 'nmap -A -p-', argv: nmap('-A', '-n', '-Pn', '-p-', POST_HOST), read: read.nmap },
    ];
    const expected = POST_PORTS.map((port) => `${POST_HOST} ${port}`);
    await compare("The post's host on real daemons, all ports, all facts", contenders, { runs, expected });
    await stop();
  },

  async refuse({ refuse }) {
    refuse();
    const theirs = { name: 'nmap -sT -n -Pn -p-', argv: nmap('-sT', '-n', '-Pn', '-p-', HOST), read: read.nmap };
    await compare('All 65,535 ports of a host that refuses', [...ours(HOST, 'all'), theirs, ...others], { runs, expected: openPorts });
  },

  async drop({ drop }) {
    drop(0);
    const theirs = ['-T5', '-T3'].map((speed) => ({
      name: `nmap -sT -n -Pn -p- ${speed}`,
      argv: nmap('-sT', '-n', '-Pn', '-p-', speed, HOST),
      read: read.nmap,
    }));
    // They take a minute and two.
    const contenders = [...ours(HOST, 'all'), ...(values.quick ? [] : theirs), ...others];
    await compare('All 65,535 ports of a host that drops', contenders, { runs, expected: openPorts });
  },

  async loss({ drop }) {
    for (const percent of [2, 5]) {
      drop(percent);
      await compare(`The same with ${percent} % of packets lost`, ours(HOST, 'all').slice(0, 1), {
        runs: values.quick ? 3 : 20,
        expected: openPorts,
      });
    }
  },

  async block({ refuse }) {
    refuse();
    const theirs = [
      { name: 'nmap -sT -n', argv: nmap('-sT', '-n', '-p', BLOCK_PORTS, BLOCK), read: read.nmap },
      // As porosity runs: without root, and so without ARP.
      { name: 'nmap -sT -n --unprivileged', argv: nmap('-sT', '-n', '--unprivileged', '-p', BLOCK_PORTS, BLOCK), read: read.nmap },
    ];
    const expected = LIVING.map((address) => `${address} ${LIVING_PORT}`);
    await compare('20 ports of a /24, half of it dead', [...ours(BLOCK, BLOCK_PORTS), ...theirs], { runs, expected });
  },

  async memory() {
    console.log('\nMemory of a whole process');
    const jobs = [
      ['a /24, 200 ports, on loopback', survey('127.81.0.0/24', '1-200')],
      ['a /17, 5 ports, on loopback', survey('127.80.0.0/17', '11-15')],
      ['a /16, 5 ports, on loopback', survey('127.80.0.0/16', '11-15')],
    ];
    for (const [name, argv] of jobs) {
      const results = [await run(argv), await run(argv), await run(argv)];
      const middle = (pick) => median(results.map(pick));
      console.log(`  ${name.padEnd(34)} ${middle(({ peakMb }) => peakMb).toFixed(0)} MB, ${middle(({ seconds }) => seconds).toFixed(1)} s`);
    }
  },

  evaluate: () => judgeAndRender(values),
};

if (process.getuid?.() !== 0) {
  console.error('bench: needs root, to make a network namespace of its own');
  process.exit(2);
}
const unknown = positionals.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) {
  console.error(`bench: no section "${unknown}"; there are ${Object.keys(SECTIONS).join(', ')}`);
  process.exit(2);
}
enterOwnNetwork();
const network = await makeNetwork();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (network.remove(), process.exit(130)));
try {
  console.log(`Whole processes, median of ${runs} interleaved runs, Node ${process.version}`);
  for (const name of positionals.length > 0 ? positionals : Object.keys(SECTIONS)) await SECTIONS[name](network);
} finally {
  network.remove();
}
