import { printable } from './printable.js';

/** A stretch of a sentence; checks set what one types or reads verbatim between backticks. */
export interface Span {
  readonly text: string;
  readonly code: boolean;
}

/** Splits a sentence at its backticks; one without a partner stays a backtick. Everything comes out printable. */
export function spansOf(sentence: string, limit?: number): Span[] {
  const parts = printable(sentence, limit).split('`');
  if (parts.length % 2 === 0) parts.push([parts.pop(), parts.pop()].reverse().join('`'));
  return parts.map((text, i) => ({ text, code: i % 2 === 1 })).filter(({ text }) => text !== '');
}

/** The first letter in upper case, for a clause that stands alone; `mqtt.broker` and the like stay as they are. */
export const capitalised = (text: string): string =>
  /^[a-z]+(?![a-z.:/-])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
