import { spansOf } from './inline.js';

// What Markdown, or GitHub behind it, would act on: emphasis, links, HTML, table bars, mentions, issue numbers, bare
// addresses. A word that holds any of it is set as code, where nothing acts.
const ACTIVE = /[@#<>[\]!|*_~\\&$`{}]|:\/\/|^www\./;

/** A sentence as Markdown that shows every character and does nothing; fit for a table cell. */
export function markdownText(sentence: string, limit?: number): string {
  let out = '';
  for (const { text, code } of spansOf(sentence, limit)) {
    for (const [word] of code ? [[text]] : text.matchAll(/\s+|\S+/g)) {
      const isCode = code || ACTIVE.test(word);
      if (isCode && out.endsWith('`')) out += ' ';
      out += isCode ? codeSpan(word) : word;
    }
  }
  return out;
}

/** Verbatim text. A bar ends a table cell even inside a code span, so it is escaped there. */
export const codeSpan = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|') || ' '}\``;
