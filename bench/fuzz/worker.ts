import { parentPort, workerData } from 'node:worker_threads';
import { fuzz, type Limits } from './fuzz.js';
import { loadMaterial } from './materials.js';

/** What this thread is doing, for whoever watches over it: how many answers, and the last one. */
export interface Watched {
  readonly protocol: string;
  readonly limits: Limits;
  readonly progress: Int32Array;
  readonly answer: Uint8Array;
}

const { protocol, limits, progress, answer } = workerData as Watched;
const outcome = await fuzz(await loadMaterial(protocol), limits, (bytes) => {
  answer.set(bytes);
  Atomics.store(progress, 1, bytes.length);
  Atomics.add(progress, 0, 1);
});
parentPort!.postMessage(outcome);
