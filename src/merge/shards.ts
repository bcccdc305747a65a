import type { Note, Survey, SurveyedService, SurveyedTarget, TargetState } from '../model.js';
import { inOrder } from '../order.js';

interface Part {
  readonly survey: Survey;
  readonly target: SurveyedTarget;
}

const keyOf = ({ name, address }: SurveyedTarget) => `${name} ${address}`;

/** Hosts of several runs from one place, oldest run first: shards of a host are added up, a newer look replaces an older one. */
export function joinShards(surveys: readonly Survey[]): Pick<Survey, 'targets' | 'services' | 'notes'> {
  const parts = new Map<string, Part[]>();
  for (const survey of surveys) {
    for (const target of survey.targets) {
      const known = (parts.get(keyOf(target)) ?? []).filter((part) => complements(part.survey, survey));
      parts.set(keyOf(target), [...known, { survey, target }]);
    }
  }
  const kept = [...parts.values()];
  const services = [...new Set(surveys)].flatMap((survey) => {
    const mine = new Set(kept.flatMap((of) => of.filter((part) => part.survey === survey).map(({ target }) => keyOf(target))));
    return survey.services.filter(({ target, address }) => mine.has(`${target} ${address}`));
  });
  return { ...inOrder(kept.map(joinTarget), services satisfies readonly SurveyedService[]), notes: joinNotes(surveys) };
}

/** Two parts belong side by side when they are different shards of the same work. */
function complements({ run: a }: Survey, { run: b }: Survey): boolean {
  return (
    a.shard !== undefined && b.shard !== undefined && a.shard !== b.shard && countOf(a.shard) === countOf(b.shard) && a.ports === b.ports
  );
}

function joinTarget(parts: readonly Part[]): SurveyedTarget {
  const targets = parts.map(({ target }) => target);
  const [first] = targets;
  if (targets.length === 1) return first!;
  const sum = (pick: (target: SurveyedTarget) => number) => targets.reduce((total, target) => total + pick(target), 0);
  return {
    ...first!,
    ...worstOf(targets),
    ports: {
      swept: sum(({ ports }) => ports.swept),
      open: sum(({ ports }) => ports.open),
      closed: sum(({ ports }) => ports.closed),
      filtered: sum(({ ports }) => ports.filtered),
    },
    open: targets.flatMap(({ open }) => open).sort((a, b) => a.port - b.port),
  };
}

/** One shard that could not look makes the host partial; one that got an answer makes it up. */
function worstOf(targets: readonly SurveyedTarget[]): { state: TargetState; because: string } {
  const by = (state: TargetState) => targets.find((target) => target.state === state);
  const { state, because } = by('partial') ?? by('examined') ?? targets[0]!;
  if (state !== 'down') return { state, because };
  return { state, because: `none of ${targets.reduce((total, { ports }) => total + ports.swept, 0)} ports answered` };
}

/** Shards that the others imply and that are not here, as `i/n`. */
export function missingShards(surveys: readonly Survey[]): readonly string[] {
  const present = new Set(surveys.flatMap(({ run }) => run.shard ?? []));
  const counts = new Set([...present].map(countOf));
  return [...counts].flatMap((count) =>
    Array.from({ length: count }, (_, index) => `${index + 1}/${count}`).filter((shard) => !present.has(shard)),
  );
}

const countOf = (shard: string) => Number(shard.split('/')[1]);

/** Each note once. */
export function joinNotes(surveys: readonly Survey[]): readonly Note[] {
  const notes = new Map(surveys.flatMap((survey) => survey.notes).map((note) => [JSON.stringify(note), note]));
  return [...notes.values()];
}
