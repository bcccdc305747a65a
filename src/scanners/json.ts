/*
 * JSON from strangers: nothing has the type that it should have, and everything may be too long.
 */

const MAX_CHARS = 200;
const MAX_ENTRIES = 20;

/** The value, or undefined where the bytes are no JSON. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A text cut to a sane length, empty where the value is none. */
export const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MAX_CHARS) : '');

/** The first entries, none where the value is no array. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, MAX_ENTRIES) : []);

/** An object to read keys from, an empty one where the value is none. */
export function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
