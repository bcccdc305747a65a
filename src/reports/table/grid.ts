import Table from 'cli-table3';
import { fitted, widthOf } from './text.js';

/** What stands in a cell, and how it is painted once its width is settled. */
export type Cell = string | readonly [text: string, paint: (text: string) => string];

interface Shape {
  readonly columns: number;
  /** The column that gives way when the row is too wide. */
  readonly flexible: number;
  /** Columns of numbers. */
  readonly right?: readonly number[];
}

const INDENT = 2;
const GAP = '  ';
const MIN_WIDTH = 8;
const BARE = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]);
const CHARS = { ...Object.fromEntries(BARE.map((name) => [name, ''])), 'left-mid': '', 'mid-mid': '', 'right-mid': '', middle: GAP };

/** Rows as straight columns without lines; the first row is the head. */
export function grid(rows: readonly (readonly Cell[])[], { columns, flexible, right = [] }: Shape): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => widthOf(textOf(row[i]!)))));
  const others = widths.reduce((sum, width, i) => (i === flexible ? sum : sum + width + GAP.length), INDENT);
  const room = Math.max(columns - others, MIN_WIDTH);
  const table = new Table({
    chars: CHARS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colAligns: widths.map((_, i) => (right.includes(i) ? 'right' : 'left')),
  });
  table.push(...rows.map((row) => row.map((cell, i) => painted(cell, i === flexible ? room : Infinity))));
  return table
    .toString()
    .split('\n')
    .map((line) => `${' '.repeat(INDENT)}${line}`.trimEnd() + '\n')
    .join('');
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell[0]);

function painted(cell: Cell, width: number): string {
  const text = fitted(textOf(cell), width);
  return typeof cell === 'string' ? text : cell[1](text);
}
