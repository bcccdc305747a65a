import type { Check } from '../checks/check.js';
import { UsageError } from '../errors.js';
import { suggestion } from '../spelling.js';

export interface Selection {
  /** Check ids or prefixes ending in a slash; everything when absent. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** The checks that were asked for. Throws a UsageError for an id or prefix that no check has. */
export function wantedChecks(checks: readonly Check[], { only, skip }: Selection): readonly Check[] {
  for (const word of [...(only ?? []), ...(skip ?? [])]) {
    if (!checks.some((check) => matches(check, word))) throw new UsageError(`unknown check "${word}"${suggestion(word, namesOf(checks))}`);
  }
  return checks.filter(
    (check) => (!only || only.some((word) => matches(check, word))) && !(skip ?? []).some((word) => matches(check, word)),
  );
}

/** `mqtt/anonymous-access`, an earlier id of it, or the prefix `mqtt/`. */
export function matches(check: Pick<Check, 'id' | 'aliases'>, word: string): boolean {
  return word.endsWith('/') ? check.id.startsWith(word) : check.id === word || (check.aliases ?? []).includes(word);
}

/** Everything that may stand for checks: ids, earlier ids, and the prefixes of folders. */
function namesOf(checks: readonly Check[]): Iterable<string> {
  return new Set(checks.flatMap(({ id, aliases }) => [id, ...(aliases ?? []), id.slice(0, id.indexOf('/') + 1)]));
}
