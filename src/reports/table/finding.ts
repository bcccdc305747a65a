import type { Finding } from '../../model.js';
import { checksByPlace, type Entry, type Unjudged } from '../grouped.js';
import { capitalised } from '../inline.js';
import { printable } from '../printable.js';
import { placeOf } from '../words.js';
import type { Palette } from './palette.js';
import { labelled, withCode, wrapped } from './text.js';

const INDENT = 2;
/** `CRITICAL` and two blanks. */
const GUTTER = 10;
const TEXT_AT = INDENT + GUTTER;
const LABEL = 6;

/** One failure: what should hold, but does not; where; what was seen; and what to do about it. */
export function failureText({ finding, places }: Entry, columns: number, paint: Palette): string {
  const { severity, title, because, exhibits, remediation } = finding;
  const width = columns - TEXT_AT;
  const label = severity.toUpperCase();
  const gutter = `${paint.severity[severity](label)}${' '.repeat(GUTTER - label.length)}`;
  const [first = '', ...more] = wrapped(`${printable(title)},`, width);
  const margin = ' '.repeat(TEXT_AT);
  const seen = exhibits.flatMap(({ saw, place }) =>
    wrapped(`${printable(saw)}${place ? ` (${printable(place.file)}${place.line ? `:${place.line}` : ''})` : ''}`, width - LABEL),
  );
  return [
    `${' '.repeat(INDENT)}${gutter}${first}\n`,
    ...more.map((line) => `${margin}${line}\n`),
    ...withCode(wrapped(`but ${printable(because)}`, width), paint, paint.strong).map((line) => `${margin}${line}\n`),
    ...wrapped(whereabouts(finding, places), width).map((line) => `${margin}${paint.dim(line)}\n`),
    seen.length > 0 ? labelled('seen  ', withCode(seen, paint), TEXT_AT, paint.dim) : '',
    remediation ? labelled('do    ', withCode(wrapped(printable(remediation), width - LABEL), paint), TEXT_AT, paint.strong) : '',
  ].join('');
}

/** `1883/tcp, mqtt/anonymous-access, new, 90 % sure`. */
function whereabouts({ check, baseline, firstSeen, confidence }: Finding, places: string): string {
  return [
    places,
    check,
    ...(baseline && baseline !== 'unchanged' ? [`${baseline} since the baseline`] : []),
    ...(firstSeen ? [`first seen ${printable(firstSeen).slice(0, 10)}`] : []),
    ...(confidence < 100 ? [`${confidence} % sure`] : []),
  ].join(' · ');
}

/** What only informs: one entry, so that it does not drown what counts. */
export function informationText({ finding, places }: Entry, columns: number, paint: Palette): string {
  const lines = wrapped(`${printable(finding.title)}, but ${printable(finding.because)}`, columns - TEXT_AT);
  const where = wrapped(whereabouts(finding, places), columns - TEXT_AT);
  return labelled('info      ', [...withCode(lines, paint), ...where.map((line) => paint.dim(line))], INDENT, paint.severity.info);
}

/** A waived failure: one entry that says why and until when. */
export function waivedText(finding: Finding, columns: number, paint: Palette): string {
  const { check, severity, because, waiver } = finding;
  const lines = wrapped(`${placeOf(finding)} ${check}: ${printable(because)}`, columns - TEXT_AT);
  const reason = wrapped(`${severity}, until ${printable(waiver?.expires ?? '')}: ${printable(waiver?.reason ?? '')}`, columns - TEXT_AT);
  return labelled('waived    ', [...withCode(lines, paint, paint.dim), ...reason], INDENT, paint.dim);
}

/** What could not be looked at: the reason once, then the checks that wait for it. */
export function unjudgedText({ because, findings }: Unjudged, columns: number, paint: Palette): string {
  const width = columns - TEXT_AT;
  const reason = withCode(wrapped(capitalised(printable(because)), width), paint);
  return labelled('unknown   ', [...reason, ...wrapped(checksByPlace(findings), width).map(paint.dim)], INDENT, paint.unsure);
}
