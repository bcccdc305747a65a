import type { Palette } from './palette.js';

// East Asian wide and emoji take two cells; close enough to keep columns straight.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ASCII = /^[\x20-\x7e]*$/;

/** How many cells of a terminal a printable text takes. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return width;
}

/** The text in at most so many cells, ending in `…` when something was left out. */
export function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${headOf(text, Math.max(width - 1, 0))}…`;
}

function headOf(text: string, width: number): string {
  let head = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width) break;
    head += character;
  }
  return head;
}

// GitHub Actions runs every line of a log that begins like this, blanks before it or not.
const WORKFLOW_COMMAND = /^::/;

/** Breaks a text between words; a word that is wider than a line is broken where it must. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(' ').filter((word) => word !== '')) {
    const word = part.replace(WORKFLOW_COMMAND, '\\:\\:');
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const head = headOf(line, width);
      if (head === '') break;
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Paints what stands between backticks, also where it runs over the end of a line. The backticks stay. */
export function withCode(lines: readonly string[], { code }: Palette, rest: (text: string) => string = (text) => text): string[] {
  const isPaired = lines.join('').split('`').length % 2 === 1;
  if (!isPaired) return lines.map(rest);
  let inCode = false;
  return lines.map((line) =>
    line
      .split('`')
      .map((part, i) => {
        if (i > 0) inCode = !inCode;
        return part === '' ? '' : inCode ? code(part) : rest(part);
      })
      .join('`'),
  );
}

/** Lines behind a label: the label on the first, blanks on the others. */
export function labelled(label: string, lines: readonly string[], indent: number, paint: (label: string) => string): string {
  const blank = ' '.repeat(widthOf(label));
  return lines.map((line, i) => `${' '.repeat(indent)}${i === 0 ? paint(label) : blank}${line}\n`).join('');
}

/** A paragraph: wrapped, code and all, in one tone. */
export const paragraph = (text: string, columns: number, paint: Palette, tone: (text: string) => string = (line) => line): string =>
  withCode(wrapped(text, columns), paint, tone)
    .map((line) => `${line}\n`)
    .join('');
