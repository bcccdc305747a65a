import { ProbeError } from '../../errors.js';
import type { Place } from '../../model.js';

/** Far above any file that people write by hand. */
const MAX_CHARACTERS = 256 * 1024;
const MAX_LINES = 20_000;
const MAX_JOINED = 200;

export interface Line {
  readonly text: string;
  readonly place: Place;
}

/** The lines of a file written by hand, with their numbers. Rejects with a ProbeError where there are too many. */
export function linesOf(text: string, file: string): readonly Line[] {
  const lines = text.split(/\r?\n/);
  if (text.length > MAX_CHARACTERS || lines.length > MAX_LINES) throw new ProbeError('limit', `${file}: longer than any such file`);
  return lines.map((line, index) => ({ text: line, place: { file, line: index + 1 } }));
}

/** As `linesOf`, trimmed, without empty lines and comments (`#`, `;`); a backslash at the end joins a line with the next. */
export function joinedLinesOf(text: string, file: string): readonly Line[] {
  const joined: Line[] = [];
  let parts: string[] = [];
  let place: Place = { file };
  for (const line of linesOf(text, file)) {
    const trimmed = line.text.trim();
    if (parts.length === 0 && (trimmed === '' || /^[#;]/.test(trimmed))) continue;
    if (parts.length === 0) place = line.place;
    const goesOn = trimmed.endsWith('\\');
    parts.push(goesOn ? trimmed.slice(0, -1).trimEnd() : trimmed);
    if (parts.length > MAX_JOINED) throw new ProbeError('limit', `${file}:${place.line}: more than ${MAX_JOINED} lines joined`);
    if (goesOn) continue;
    joined.push({ text: parts.join(' '), place });
    parts = [];
  }
  if (parts.length > 0) joined.push({ text: parts.join(' '), place });
  return joined;
}
