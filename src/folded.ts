import type { SurveyedTarget } from './model.js';
import { formatAddress, parseAddress } from './targets/address.js';

/** A target as it stands in a file: one entry may speak for all addresses from its own to `through`. */
export type Folded<Row> = Row & { readonly through?: string };

/** A survey or report as it is written. */
export type FoldedTargets<Document extends { readonly targets: readonly unknown[] }> = Omit<Document, 'targets'> & {
  readonly targets: readonly Folded<Document['targets'][number]>[];
};

/** Up to a /22 every address has an entry of its own. */
const SHORTEST_RUN = 1_025;
/** What folded entries of one file may stand for: as many addresses as one audit takes. */
const MOST_UNFOLDED = 1 << 20;

/** The rows of a file: neighbours out of a block that showed nothing open, and differ in the address alone, are one entry. */
export function* fold<Row extends SurveyedTarget>(rows: readonly Row[]): Iterable<Folded<Row>> {
  let left = MOST_UNFOLDED;
  for (let at = 0; at < rows.length;) {
    const run = runFrom(rows, at);
    if (run < SHORTEST_RUN || run > left) yield* rows.slice(at, at + run);
    else {
      const { name, address, ...rest } = rows[at]!;
      yield { name, address, through: rows[at + run - 1]!.address, ...rest } as Folded<Row>;
      left -= run;
    }
    at += run;
  }
}

/** How many rows from here on are alike. */
function runFrom(rows: readonly SurveyedTarget[], start: number): number {
  const first = rows[start]!;
  const from = parseAddress(first.address);
  if (!first.fromBlock || first.open.length > 0 || !from) return 1;
  const likeness = likenessOf(first);
  const follows = (row: SurveyedTarget, index: number) => {
    const address = formatAddress(from.family, from.first + BigInt(index), from.zone);
    return row.address === address && row.name === address && likenessOf(row) === likeness;
  };
  let length = 0;
  while (start + length < rows.length && follows(rows[start + length]!, length)) length++;
  return Math.max(length, 1);
}

const likenessOf = (row: SurveyedTarget): string => JSON.stringify({ ...row, name: '', address: '' });

/** Every target of a file by itself. `refuse` throws what is to be said of an entry that makes no sense. */
export function unfold<Row extends SurveyedTarget>(
  entries: readonly Folded<Row>[],
  refuse: (index: number, why: string) => never,
): readonly Row[] {
  const rows: Row[] = [];
  let left = MOST_UNFOLDED;
  for (const [index, { through, ...entry }] of entries.entries()) {
    const row = entry as unknown as Row;
    if (through === undefined) {
      rows.push(row);
      continue;
    }
    const [first, last] = [parseAddress(row.address), parseAddress(through)];
    const size = first && last && first.family === last.family && first.zone === last.zone ? last.first - first.first : -1n;
    if (!first || size < 0n || row.name !== row.address) return refuse(index, 'is not the last of the addresses from this one on');
    if (size >= BigInt(left)) return refuse(index, `stands for more than ${MOST_UNFOLDED.toLocaleString('en')} addresses`);
    left -= Number(size) + 1;
    for (let offset = 0n; offset <= size; offset++) {
      const address = formatAddress(first.family, first.first + offset, first.zone);
      rows.push({ ...row, name: address, address });
    }
  }
  return rows;
}
