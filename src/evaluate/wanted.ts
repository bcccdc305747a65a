import type { Check } from '../checks/check.js';
import { UsageError } from '../errors.js';

export interface Selection {
  /** Check ids or prefixes ending in a slash; everything when absent. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** The checks that were asked for. Throws a UsageError for an id or prefix that no check has. */
export function wantedChecks(checks: readonly Check[], { only, skip }: Selection): readonly Check[] {
  for (const word of [...(only ?? []), ...(skip ?? [])]) {
    if (!checks.some((check) => matches(check, word))) throw new UsageError(`unknown check "${word}"`);
  }
  return checks.filter(
    (check) => (!only || only.some((word) => matches(check, word))) && !(skip ?? []).some((word) => matches(check, word)),
  );
}

/** `mqtt/anonymous-access`, an earlier id of it, or the prefix `mqtt/`. */
export function matches(check: Pick<Check, 'id' | 'aliases'>, word: string): boolean {
  return word.endsWith('/') ? check.id.startsWith(word) : check.id === word || (check.aliases ?? []).includes(word);
}
