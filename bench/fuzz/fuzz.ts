import { setImmediate as immediately } from 'node:timers/promises';
import { types } from 'node:util';
import { failureOf } from '../../src/scanners/scanner.js';
import type { Material, Sort } from './material.js';
import { mutate } from './mutate.js';
import { Random } from './random.js';

export interface Limits {
  readonly seed: number;
  /** Mutated answers; the clock may end the run before. */
  readonly answers: number;
  readonly seconds: number;
  /** One whole scanner for this many answers. */
  readonly scanEvery?: number;
}
export interface Crash {
  readonly sort: string;
  readonly error: string;
  /** What was answered, as base64. */
  readonly answer: string;
}
export interface Outcome {
  readonly protocol: string;
  readonly answers: number;
  readonly scans: number;
  /** Outcomes that no answer before had, which is what the mutations are guided by. */
  readonly kinds: number;
  readonly seconds: number;
  readonly crashes: readonly Crash[];
}

/** Answers read side by side: their order, and so the whole run, does not depend on the machine. */
const BATCH = 64;
const SCANS_AT_ONCE = 24;
const SCAN_EVERY = 500;
/** Every answer ends with a hang-up, so whoever still waits after this waits for ever. */
const HANG_MS = 20_000;
const CORPUS_MAX = 2_000;
const CRASHES_MAX = 10;

/**
 * Feeds mutated answers to one protocol's codecs and scanners. An answer whose outcome is new is mutated further.
 * `onAnswer` is told each one before it is read.
 */
export async function fuzz(material: Material, limits: Limits, onAnswer: (answer: Buffer) => void = () => {}): Promise<Outcome> {
  const random = new Random(limits.seed);
  const corpus = material.codecs.map((sort) => sort.answers.map((answer, index) => ({ answer, index })));
  const kinds = new Set<string>();
  const crashes: Crash[] = [];
  const scans = new Set<Promise<void>>();
  const startedAt = performance.now();
  let answers = 0;
  let scanned = 0;

  const note = (crash: Crash) => {
    if (!crashes.some(({ sort, error }) => sort === crash.sort && error === crash.error)) crashes.push(crash);
  };
  const read = async (sort: Sort, answer: Buffer, index: number): Promise<string> => {
    try {
      return kindOf(await inTime(sort.read(answer, index)));
    } catch (error) {
      const { kind, detail } = failureOf(error);
      if (kind !== 'bug') return `${kind} ${detail.replace(/\d+/g, '#').slice(0, 24)}`;
      note({ sort: sort.name, error: described(error), answer: answer.toString('base64') });
      return 'crash';
    }
  };
  const scan = async () => {
    const sort = random.pick(material.scanners);
    const index = random.below(sort.answers.length);
    const answer = mutate(sort.answers[index]!, random, random.pick(sort.answers));
    if (scans.size >= SCANS_AT_ONCE) await Promise.race(scans);
    onAnswer(answer);
    const looking = read(sort, answer, index).then(() => void scans.delete(looking));
    scans.add(looking);
    scanned++;
  };
  const readOne = async (): Promise<void> => {
    const at = random.below(material.codecs.length);
    const sort = material.codecs[at]!;
    const seeds = corpus[at]!;
    const { answer: recorded, index } = random.pick(seeds);
    const answer = mutate(recorded, random, random.pick(seeds).answer);
    onAnswer(answer);
    answers++;
    const kind = `${sort.name}: ${await read(sort, answer, index)}`;
    if (kinds.has(kind) || kinds.size >= CORPUS_MAX) return;
    kinds.add(kind);
    seeds.push({ answer, index });
  };

  const inTimeLeft = () => performance.now() - startedAt < limits.seconds * 1_000;
  for (let due = 0; answers < limits.answers && inTimeLeft() && crashes.length < CRASHES_MAX;) {
    await Promise.all(Array.from({ length: Math.min(BATCH, limits.answers - answers) }, readOne));
    // Deadlines and what was thrown away get their turn, too.
    await immediately();
    for (; material.scanners.length > 0 && due * (limits.scanEvery ?? SCAN_EVERY) < answers; due++) await scan();
  }
  await Promise.all(scans);
  const seconds = (performance.now() - startedAt) / 1_000;
  return { protocol: material.protocol, answers: answers + scanned, scans: scanned, kinds: kinds.size, seconds, crashes };
}

/** A name for what came out: the same for answers that porosity could not tell apart. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return `list of ${Math.min(value.length, 8)}`;
  if (typeof value !== 'object' || value === null) return typeof value;
  const bug = Object.entries(value).find(([, fact]) => fact?.ok === false && fact.failure?.kind === 'bug');
  if (bug) throw new Error(`${bug[0]} failed as bug: ${bug[1].failure.detail}`);
  return Object.entries(value)
    .map(([key, held]) => `${key}${held ? '' : ' empty'}`)
    .join();
}

async function inTime(value: unknown): Promise<unknown> {
  if (!(value instanceof Promise)) return value;
  let timer: NodeJS.Timeout;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`no end within ${HANG_MS} ms`)), HANG_MS)));
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}

/** Message and the innermost calls: enough to tell one defect from another. */
const described = (error: unknown) =>
  types.isNativeError(error) ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error);
