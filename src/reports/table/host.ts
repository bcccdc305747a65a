import { alikeTogether, byReason } from '../grouped.js';
import { capitalised } from '../inline.js';
import { openPortsOf } from '../ports.js';
import { printable } from '../printable.js';
import { type Host, isFailure, isUnjudged, isWaived } from '../shown.js';
import { nameOf, passesOf, portCountsOf } from '../words.js';
import { failureText, informationText, unjudgedText, waivedText } from './finding.js';
import { type Cell, grid } from './grid.js';
import type { Palette } from './palette.js';
import { fitted, paragraph, widthOf } from './text.js';

/** One host: what it is, its open ports, and what is to be said of it, worst first. */
export function* hostText(host: Host, columns: number, paint: Palette): Iterable<string> {
  yield* headText(host, columns, paint);
  if (host.target.open.length > 0) yield `\n${portsText(host, columns, paint)}`;
  const failures = alikeTogether(host.findings.filter(isFailure));
  for (const entry of failures) {
    if (entry.finding.severity !== 'info') yield `\n${failureText(entry, columns, paint)}`;
  }
  const unjudged = byReason(host.findings.filter(isUnjudged));
  if (unjudged.length > 0) yield '\n';
  for (const group of unjudged) yield unjudgedText(group, columns, paint);
  const waived = host.findings.filter(isWaived);
  if (waived.length > 0) yield '\n';
  for (const finding of waived) yield waivedText(finding, columns, paint);
  const information = failures.filter(({ finding }) => finding.severity === 'info');
  if (information.length > 0) yield '\n';
  for (const entry of information) yield informationText(entry, columns, paint);
  yield passesText(host, paint);
}

function* headText({ target }: Host, columns: number, paint: Palette): Iterable<string> {
  const name = fitted(nameOf(target), columns - 8);
  yield `\n${paint.dim('──')} ${paint.strong(name)} ${paint.dim('─'.repeat(Math.max(columns - widthOf(name) - 4, 2)))}\n`;
  const systems = target.systems.map(({ title, version, confidence }) =>
    printable(`${title} ${version}${confidence < 100 ? ` (${confidence} % sure)` : ''}`).replace(/ +/g, ' '),
  );
  if (systems.length > 0) yield paragraph(systems.join(', '), columns, paint);
  yield paragraph(portCountsOf(target), columns, paint, paint.dim);
  if (target.state !== 'examined') {
    const state = target.state === 'partial' ? 'Partly examined' : capitalised(target.state);
    yield paragraph(`${state}: ${printable(target.because)}`, columns, paint, paint.unsure);
  }
}

const VERSION_WIDTH = 20;
const REASON_WIDTH = 14;
const PRODUCT = 3;

function portsText(host: Host, columns: number, paint: Palette): string {
  const head = ['PORT', 'STATE', 'SPEAKS', 'PRODUCT', 'VERSION', 'WORST'].map((name): Cell => [name, paint.dim]);
  const rows = openPortsOf(host).map(({ port, reason, speaks, product, version, worst }): Cell[] => [
    [`${port}/tcp`, paint.strong],
    `open ${fitted(reason, REASON_WIDTH)}`,
    speaks,
    product,
    fitted(version, VERSION_WIDTH),
    worst ? [worst, paint.severity[worst]] : ['-', paint.dim],
  ]);
  return grid([head, ...rows], { columns, flexible: PRODUCT });
}

function passesText({ findings }: Host, paint: Palette): string {
  const passes = passesOf(findings);
  return passes && `\n  ${paint.good('passed')}    ${passes}\n`;
}
