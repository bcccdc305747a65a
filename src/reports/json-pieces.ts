import { printableJson } from './printable.js';

/**
 * Two-space JSON, byte for byte what JSON.stringify makes of the whole, but in pieces: the items of an iterator (not
 * of an array) go out one by one, so that a long list is never one string in memory.
 */
export function* jsonPieces(value: unknown, margin = ''): Iterable<string> {
  if (typeof value !== 'object' || value === null) yield indented(value, margin);
  else if (Array.isArray(value))
    yield* enclosed(
      '[',
      ']',
      margin,
      mapped(value, (item) => jsonPieces(item, `${margin}  `)),
    );
  else if (Symbol.iterator in value)
    yield* enclosed(
      '[',
      ']',
      margin,
      mapped(value as Iterable<unknown>, (item) => [indented(item, `${margin}  `)]),
    );
  else yield* enclosed('{', '}', margin, members(value, `${margin}  `));
}

function* members(value: object, margin: string): Iterable<Iterable<string>> {
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) yield keyed(key, jsonPieces(member, margin));
  }
}

function* keyed(key: string, pieces: Iterable<string>): Iterable<string> {
  yield `${printableJson(JSON.stringify(key))}: `;
  yield* pieces;
}

function* mapped<Item>(items: Iterable<Item>, pieces: (item: Item) => Iterable<string>): Iterable<Iterable<string>> {
  for (const item of items) yield pieces(item);
}

function* enclosed(open: string, close: string, margin: string, items: Iterable<Iterable<string>>): Iterable<string> {
  let before = `${open}\n${margin}  `;
  for (const item of items) {
    yield before;
    yield* item;
    before = `,\n${margin}  `;
  }
  yield before.startsWith(open) ? open + close : `\n${margin}${close}`;
}

// A line break inside a JSON string is escaped, so every real one is the serializer's.
const indented = (value: unknown, margin: string): string => printableJson(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${margin}`);
