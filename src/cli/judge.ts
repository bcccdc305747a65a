import { evaluate, type EvaluateOptions } from '../evaluate.js';
import type { Policy, Survey } from '../model.js';
import { deliver } from './deliver.js';
import type { Flags } from './flags.js';
import type { Io } from './io.js';
import { type Memory, memoryOf, staysSilent } from './memory.js';
import { type Destinations, destinationsOf } from './output.js';
import type { Publishing } from './publishing.js';
import { judgementOf, settle } from './settings.js';

/** Everything about a judgement that can be wrong on the command line, checked before the first packet. */
export interface Prepared {
  readonly flags: Flags;
  readonly policy?: Policy;
  readonly to: Destinations;
  readonly judgement: EvaluateOptions;
  readonly memory: Memory;
  readonly publishing?: Publishing;
}

export async function prepare(given: Flags, io: Io): Promise<Prepared> {
  const { flags, policy } = await settle(given);
  const to = destinationsOf(flags, io);
  const judgement = await judgementOf(flags, policy);
  return { flags, policy, to, judgement, memory: await memoryOf(flags, judgement.baseline), publishing: await publishingFor(flags, io) };
}

async function publishingFor(flags: Flags, io: Io): Promise<Publishing | undefined> {
  if (flags.publish === undefined && !flags.unpublish) return undefined;
  return (await import('./publishing.js')).publishingOf(flags, io);
}

/** Judges a survey, beside what earlier runs know, and delivers the report. `words` are the targets as they were asked for. */
export async function judge(survey: Survey, words: readonly string[], prepared: Prepared, io: Io): Promise<number> {
  const { flags, policy, to, judgement, memory, publishing } = prepared;
  // What came over standard input has no name but its own.
  const scope = words.includes('-') ? survey.targets.map(({ name }) => name) : words;
  const { baseline, notes } = await memory.recall(scope, survey.run.startedAt);
  const judged = await evaluate(survey, { ...judgement, baseline });
  const report = { ...judged, notes: [...judged.notes, ...notes] };
  return deliver(
    report,
    {
      to,
      flags,
      policy,
      silentSince: staysSilent(report, baseline, flags) ? baseline : undefined,
      also: [
        ...(memory.file ? [() => memory.file!(report, scope)] : []),
        ...(publishing ? [async () => (await import('./publishing.js')).publishReport(publishing, report, judgement)] : []),
      ],
    },
    io,
  );
}
