import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Limits, Outcome } from './fuzz.js';
import { MATERIALS } from './materials.js';
import type { Watched } from './worker.js';

/*
 * npm run fuzz -- [--seconds 20] [--answers N] [--seed 1] [protocol…]
 * Ends with 1 where porosity crashed, hung or grew; prints the answer that did it.
 */

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string' }, answers: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
/** No answer takes this long to read; scanners that wait for their deadlines do so side by side with others. */
const HANG_MS = 30_000;
const HEAP_MB = 128;
const ANSWER_MAX_BYTES = 128 * 1024;

const protocols = positionals.length > 0 ? positionals : [...MATERIALS];
const limits: Limits = {
  seed: Number(values.seed),
  answers: Number(values.answers ?? Infinity),
  seconds: Number(values.seconds ?? (values.answers ? Infinity : 60)) / protocols.length,
};
const figure = (number: number) => Math.round(number).toLocaleString('en').padStart(11);

let failed = false;
console.log(`seed ${limits.seed}\nprotocol      answers  a second   scanners   outcomes   crashes`);
for (const protocol of protocols) {
  const { answers, scans, kinds, seconds, crashes } = await watch(protocol);
  console.log(
    `${protocol.padEnd(10)}${figure(answers)}${figure(answers / seconds).slice(1)}${figure(scans)}${figure(kinds)}${figure(crashes.length).slice(1)}`,
  );
  for (const { sort, error, answer } of crashes) console.log(`\n${sort}: ${error}\nanswer: ${answer}`);
  failed ||= crashes.length > 0;
}
process.exitCode = failed ? 1 : 0;

/** Runs one protocol in a thread of its own, so that a loop without end or a heap without bounds is seen, too. */
function watch(protocol: string): Promise<Outcome> {
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const answer = new Uint8Array(new SharedArrayBuffer(ANSWER_MAX_BYTES));
  const workerData: Watched = { protocol, limits, progress, answer };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const fail = (error: string) => {
      clearInterval(timer);
      void worker.terminate();
      const crash = { sort: protocol, error, answer: Buffer.from(answer.subarray(0, progress[1])).toString('base64') };
      resolve({ protocol, answers: progress[0]!, scans: 0, kinds: 0, seconds: (performance.now() - startedAt) / 1_000, crashes: [crash] });
    };
    let seen = -1;
    const timer = setInterval(() => {
      const now = Atomics.load(progress, 0);
      if (now === seen) fail(`no progress for ${HANG_MS} ms`);
      seen = now;
    }, HANG_MS);
    worker.once('message', (outcome: Outcome) => {
      clearInterval(timer);
      resolve(outcome);
    });
    worker.once('error', (error) => fail(String((error as Error).stack ?? error)));
  });
}
