import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type IndexEntry, IndexHead, IndexRows, Quiet } from './html/crowd.js';
import { HostSection } from './html/host.js';
import { Footer, Masthead, Notes } from './html/page.js';
import { MapParts } from './html/port-map.js';
import { STYLE } from './html/style.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';
import { hostsOf, partedBySpeech, shownFrom } from './shown.js';
import { verdictOf } from './words.js';

/** From here on there is an index, findings start folded, and the browser lays out only what is looked at. */
const CROWD = 9;
const ROWS_AT_ONCE = 200;

/** One file, no script, nothing loaded: the policy in its head forbids both, and allows this very style sheet. */
export const html: Reporter = function* (report, { minSeverity, checks = [] }) {
  const shown = shownFrom(report, minSeverity);
  const metas = new Map(checks.map((meta) => [meta.id, meta]));
  const hosts = partedBySpeech(hostsOf(shown));
  const speaking = hosts.speaking.map((host, i) => ({ host, id: `host-${i + 1}` }));
  const isCrowd = speaking.length >= CROWD;

  const names = shown.targets.slice(0, 3).map(({ name }) => printable(name));
  const title = `${names.join(', ') || shown.tool.name} – ${verdictOf(shown.gate)}`;
  yield `<!doctype html>\n<html lang="en">\n${renderToString(<Head title={title} />)}\n`;
  yield `<body${isCrowd ? ' class="crowd"' : ''}>\n<a class="skip" href="#report">Skip to the report</a>\n<div class="page">\n`;
  yield `${line(<MapParts />)}${line(<Masthead report={shown} />)}<main id="report">\n`;
  if (isCrowd) yield* indexOf(speaking);
  for (const entry of speaking) yield line(<HostSection {...entry} isOneOfMany={isCrowd} metas={metas} />);
  yield `${line(<Quiet targets={hosts.quiet} />)}${line(<Notes report={shown} />)}</main>\n${line(<Footer report={shown} />)}</div>\n</body>\n</html>\n`;
};

const line = (node: VNode): string => `${renderToString(node)}\n`;

function* indexOf(entries: readonly IndexEntry[]): Iterable<string> {
  yield `<nav class="index" aria-label="Hosts">\n<h2 class="label">Hosts</h2>\n<table>\n${line(<IndexHead />)}<tbody>\n`;
  for (let at = 0; at < entries.length; at += ROWS_AT_ONCE) yield line(<IndexRows entries={entries.slice(at, at + ROWS_AT_ONCE)} />);
  yield '</tbody>\n</table>\n</nav>\n';
}

function Head({ title }: { readonly title: string }): VNode {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
    </head>
  );
}
