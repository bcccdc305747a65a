import { UsageError } from './errors.js';
import { joinShards, missingShards } from './merge/shards.js';
import { joinVantages } from './merge/vantages.js';
import type { Note, Survey, SurveyRun } from './model.js';

/** A survey with the name that its vantage has when it names none itself: the file it came from. */
export interface NamedSurvey {
  readonly name: string;
  readonly survey: Survey;
}

/**
 * One survey out of several: the shards of one audit, later runs over the same hosts (the newest look at a host wins),
 * or several vantages on the same hosts. The order of the files makes no difference.
 */
export function mergeSurveys(named: readonly NamedSurvey[]): Survey {
  const byVantage = new Map<string, Survey[]>();
  for (const { name, survey } of sorted(named)) {
    const vantage = vantageOf(name, survey, named);
    byVantage.set(vantage, [...(byVantage.get(vantage) ?? []), survey]);
  }
  const joined = [...byVantage].map(([vantage, surveys]) => ({ vantage, survey: joinRuns(surveys) }));
  return joined.length === 1 ? joined[0]!.survey : joinVantages(joined, runOf(joined.map(({ survey }) => survey)));
}

/** Surveys that name a vantage keep it; where some do and others do not, the others are called after their file. */
function vantageOf(name: string, { run }: Survey, named: readonly NamedSurvey[]): string {
  if (run.vantage !== undefined) return run.vantage;
  return named.some(({ survey }) => survey.run.vantage !== undefined) ? name : '';
}

const sorted = (named: readonly NamedSurvey[]) =>
  [...named].sort((a, b) =>
    a.survey.run.startedAt < b.survey.run.startedAt ? -1 : a.survey.run.startedAt > b.survey.run.startedAt ? 1 : 0,
  );

function joinRuns(surveys: readonly Survey[]): Survey {
  const [first, ...more] = surveys;
  if (!first) throw new UsageError('no survey to merge');
  if (more.length === 0 && first.run.shard === undefined) return first;
  const missing = missingShards(surveys);
  const run = runOf(surveys);
  const { targets, services, notes } = joinShards(surveys);
  return {
    ...first,
    run: { ...run, incomplete: run.incomplete || missing.length > 0 },
    targets,
    services,
    notes: [...notes, ...missingNote(missing)],
  };
}

function runOf(surveys: readonly Survey[]): SurveyRun {
  const runs = surveys.map(({ run }) => run);
  const { shard: _shard, vantage: _vantage, ...first } = runs[0]!;
  const startedAt = runs.map((run) => run.startedAt).sort()[0]!;
  const finishedAt = runs
    .map((run) => run.finishedAt)
    .sort()
    .at(-1)!;
  const vantages = new Set(runs.map((run) => run.vantage));
  return {
    ...first,
    startedAt,
    finishedAt,
    durationMs: Date.parse(finishedAt) - Date.parse(startedAt),
    modes: (['passive', 'active', 'intrusive'] as const).filter((mode) => runs.some(({ modes }) => modes.includes(mode))),
    ports: [...new Set(runs.map(({ ports }) => ports))].join(' '),
    incomplete: runs.some(({ incomplete }) => incomplete),
    ...(vantages.size === 1 && runs[0]!.vantage !== undefined ? { vantage: runs[0]!.vantage } : {}),
  };
}

const NAMED = 10;

function missingNote(missing: readonly string[]): readonly Note[] {
  if (missing.length === 0) return [];
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  return [{ kind: 'warning', text: `missing shards, whose part was not looked at: ${missing.slice(0, NAMED).join(', ')}${more}` }];
}
