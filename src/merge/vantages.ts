import type { Note, Survey, SurveyedService, SurveyedTarget, SurveyRun } from '../model.js';
import { inOrder } from '../order.js';
import { joinNotes } from './shards.js';

export interface Vantage {
  readonly vantage: string;
  readonly survey: Survey;
}

type Seen<T> = { readonly vantage: string; readonly row: T };

/** The same hosts seen from several places: every row says which place saw it; of the facts, the first vantage's stand. */
export function joinVantages(vantages: readonly Vantage[], run: SurveyRun): Survey {
  const surveys = vantages.map(({ survey }) => survey);
  const targets = grouped(
    vantages,
    (survey) => survey.targets,
    ({ address, name }) => address || name,
  ).map(joinTarget);
  const services = grouped(
    vantages,
    (survey) => survey.services,
    ({ address, port, tls, over, protocol }) => `${address} ${port} ${tls} ${over} ${protocol}`,
  );
  const names = new Map(targets.map(({ address, name }) => [address, name]));
  return {
    ...surveys[0]!,
    run,
    ...inOrder(
      targets,
      services.map((seen) => joinService(seen, names)),
    ),
    notes: [...joinNotes(surveys), ...targets.flatMap(differences)],
  };
}

function grouped<T>(
  vantages: readonly Vantage[],
  rows: (survey: Survey) => readonly T[],
  key: (row: T) => string,
): readonly (readonly Seen<T>[])[] {
  const groups = new Map<string, Seen<T>[]>();
  for (const { vantage, survey } of vantages) {
    for (const row of rows(survey)) groups.set(key(row), [...(groups.get(key(row)) ?? []), { vantage, row }]);
  }
  return [...groups.values()];
}

function joinTarget(seen: readonly Seen<SurveyedTarget>[]): SurveyedTarget {
  const best = (seen.find(({ row }) => row.state === 'examined') ?? seen[0]!).row;
  const open = new Map(seen.flatMap(({ row }) => row.open.map((port) => [port.port, port] as const)));
  return {
    ...best,
    ports: { ...best.ports, open: open.size },
    open: [...open.values()].sort((a, b) => a.port - b.port),
    seenFrom: seen.map(({ vantage, row }) => ({ vantage, state: row.state, open: row.open.map(({ port }) => port) })),
  };
}

function joinService(seen: readonly Seen<SurveyedService>[], names: ReadonlyMap<string, string>): SurveyedService {
  const [{ row }] = seen as [Seen<SurveyedService>];
  return { ...row, target: names.get(row.address) ?? row.target, seenFrom: seen.map(({ vantage }) => vantage) };
}

function differences({ name, seenFrom = [], open }: SurveyedTarget): readonly Note[] {
  return open.flatMap(({ port }) => {
    const saw = seenFrom.filter((from) => from.open.includes(port)).map(({ vantage }) => vantage);
    if (saw.length === seenFrom.length) return [];
    return [{ kind: 'info' as const, text: `port ${port} is open to ${saw.join(', ')} alone`, target: name }];
  });
}
