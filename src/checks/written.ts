import type { Exhibit, FactName, Place, Verdict } from '../model.js';
import { saw, unknown } from './check.js';

/** A setting as a file has it; without a place the default is in force. */
interface Said {
  readonly value: unknown;
  readonly place?: Place;
  readonly unresolved?: string;
}

/** The exhibit of one setting: key, value and line. */
export const written = (fact: FactName, key: string, { value, place }: Said): Exhibit =>
  saw(fact, `${key}: ${wordsOf(value)}${place ? '' : ' (the default)'}`, place);

const wordsOf = (value: unknown): string =>
  value === null ? 'not set' : Array.isArray(value) ? value.join(', ') || '(empty)' : String(value);

/** `unknown`, where one of these settings is written but cannot be known. */
export function hidden(settings: Readonly<Record<string, Said>>): Verdict | undefined {
  for (const [key, { unresolved, place }] of Object.entries(settings)) {
    if (unresolved === undefined) continue;
    const where = place ? ` (${place.file}${place.line ? `:${place.line}` : ''})` : '';
    return unknown(`${key} cannot be known: ${unresolved}${where}`);
  }
  return undefined;
}

const ANOTHER_RELEASE_MAY_IGNORE_IT = 80;

/** How sure files are of what runs: less where the release is unknown, or where recovery mode would take a copy. */
export const sureness = ({ origin, certain }: { readonly origin: string; readonly certain: boolean }): { readonly confidence?: number } =>
  certain && origin !== 'recovery' ? {} : { confidence: ANOTHER_RELEASE_MAY_IGNORE_IT };
