// The dry half: hosts judged a second, and the cost of each format, on networks made of recorded hosts.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, POROSITY, run } from './measure.mjs';

const RECORDED = ['post-hassio-bare', 'post-hassio-mosquitto', 'post-hassio-samba'];
const RECORDED_ADDRESS = '192.168.0.215';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const JUDGED_TIMES = 5;
const NETWORKS = [100, 1_000, 10_000];

const recordings = RECORDED.map((name) => readFileSync(new URL(`../fixtures/surveys/${name}.json`, import.meta.url), 'utf8'));
const addressOf = (index) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
const hostAt = (index) => JSON.parse(recordings[index % recordings.length].replaceAll(RECORDED_ADDRESS, addressOf(index)));

/** A survey of so many hosts, as if every one had been looked at. */
function network(count) {
  const hosts = Array.from({ length: count }, (_, index) => hostAt(index));
  return { ...hosts[0], targets: hosts.flatMap(({ targets }) => targets), services: hosts.flatMap(({ services }) => services) };
}

function write(path, survey) {
  const file = openSync(path, 'w');
  writeSync(file, JSON.stringify(survey));
  closeSync(file);
}

/** Runs porosity with its standard output in a file. */
async function measured(words, out) {
  const cost = await run(['sh', '-c', `exec "$@" > ${out}`, 'sh', ...POROSITY, ...words]);
  // 1: the gate is closed, as it should be over these hosts.
  if (cost.code !== 1) throw new Error(`porosity ${words.join(' ')} ended with ${cost.code}`);
  return cost;
}

const line = (name, ...cells) => console.log(`  ${name.padEnd(28)} ${cells.join('  ')}`);
const costs = ({ seconds, peakMb }) => [`${seconds.toFixed(1).padStart(6)} s`, `${peakMb.toFixed(0).padStart(5)} MB`];
const sizeOf = (path) => `${(statSync(path).size / 1e6).toFixed(1).padStart(7)} MB written`;

/** `npm run bench -- evaluate`; `--quick` stops at a thousand hosts. */
export async function judgeAndRender({ quick }) {
  const { evaluate } = await import('../dist/src/evaluate.js');
  const { FORMATS } = await import('../dist/src/reports/index.js');
  const counts = quick ? NETWORKS.slice(0, -1) : NETWORKS;
  const folder = mkdtempSync(join(tmpdir(), 'porosity-bench-'));
  const at = (name) => join(folder, name);
  try {
    console.log('\nJudging recorded hosts: evaluate() by itself, then `porosity evaluate` from file to JSON');
    for (const count of counts) {
      const survey = network(count);
      write(at('survey.json'), survey);
      const seconds = [];
      for (let time = 0; time < JUDGED_TIMES; time++) {
        const start = performance.now();
        await evaluate(survey);
        seconds.push((performance.now() - start) / 1000);
      }
      line(`${count} hosts`, `${Math.round(count / median(seconds))} hosts a second (median of ${JUDGED_TIMES})`);
      line('', ...costs(await measured(['evaluate', at('survey.json'), '-f', 'json'], at('report.json'))), sizeOf(at('report.json')));
    }
    console.log(`\nRendering the report of ${counts.at(-1)} hosts: whole processes, from file to file`);
    for (const format of Object.keys(FORMATS)) {
      const cost = await measured(['report', at('report.json'), '-f', format], at('out'));
      line(format, ...costs(cost), sizeOf(at('out')));
    }
    await openInBrowser(at);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a reader waits for the page of a thousand hosts. */
async function openInBrowser(at) {
  if (!existsSync(CHROMIUM)) return line('html of 1000 hosts', `skipped: no browser at ${CHROMIUM} (set CHROMIUM)`);
  const { chromium } = await import('playwright-core');
  write(at('survey.json'), network(1_000));
  await measured(['evaluate', at('survey.json'), '-f', 'html'], at('report.html'));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(pathToFileURL(at('report.html')).href, { waitUntil: 'load' });
    const loaded = (performance.now() - start) / 1000;
    const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000);
    line('html of 1000 hosts', `a headless Chromium paints after ${painted.toFixed(2)} s and has loaded it after ${loaded.toFixed(2)} s`);
  } finally {
    await browser.close();
  }
}
