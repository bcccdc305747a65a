/*
 * Everything that came off a wire is hostile text: a terminal runs its escape codes, a spreadsheet its formulas, and a
 * language model reads what people cannot see. Reporters pass every such string through this file.
 */

const DEFAULT_LIMIT = 500;

// General category C holds controls (C0, DEL, C1), format characters (bidirectional marks, zero-width characters, tags,
// byte order marks), lone surrogates, private use and unassigned. The rest looks like nothing, or breaks the line, but
// counts as a letter, a mark or a separator: fillers, joiners, variation selectors, line and paragraph separators.
// A variation selector may stay behind a pictograph, where it is part of an emoji.
const INVISIBLE =
  /(?:[\p{C}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\uffa0\u{e0100}-\u{e01ef}]|(?<!\p{Extended_Pictographic})[\ufe00-\ufe0f])+/gu;
// More than three marks on one letter paint over the lines above and below it.
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;
const PLAIN = /^[\x20-\x7e]*$/;
/** Longer runs are named, not spelt out: they are there to hide a message. */
const SPELT_OUT = 4;

/**
 * One line of text that does nothing but be read: white space becomes a blank, everything invisible is shown as an
 * escape (`\x1b`, `\u{202e}`), and what is longer than the limit ends in `…`.
 */
export function printable(text: string, limit = DEFAULT_LIMIT): string {
  const isLong = text.length > limit;
  const head = isLong ? cut(text, limit) : text;
  const shown = PLAIN.test(head) ? head : escapeInvisible(head);
  return isLong || shown.length > limit ? `${cut(shown, limit - 1)}…` : shown;
}

function escapeInvisible(text: string): string {
  return text
    .replace(/\p{Zs}|[\t\n]|\r\n/gu, ' ')
    .replace(STACKED_MARKS, '$1')
    .replace(INVISIBLE, (run) => {
      const characters = [...run];
      const spelt = characters.slice(0, SPELT_OUT).map(escapeOf).join('');
      return characters.length > SPELT_OUT ? `${spelt}[+${characters.length - SPELT_OUT} invisible]` : spelt;
    });
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0)!;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** Cuts between characters, never inside a surrogate pair. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** Escapes the same characters in JSON text, where `\u` loses nothing: a reader gets back what was seen. */
export function printableJson(json: string): string {
  if (/^[\x20-\x7e\n]*$/.test(json)) return json;
  return json.replace(INVISIBLE, (run) => run.replace(/[^\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

// What makes Excel, LibreOffice and Google Sheets read a cell as a formula, full-width forms included.
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** One CSV cell (RFC 4180): one line, quoted where it must be, and text rather than a formula. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = printable(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
