/*
 * The one style sheet of the page. Paper and stone: ports are pores in a wall. System fonts only, nothing is fetched;
 * every text colour keeps 4.5:1 against its ground in both schemes.
 */

const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #f8f6f1; --raised: #fffdf9; --ink: #211e1a; --soft: #5d574d; --line: #ddd6c9; --stone: #e6dfd2; --grain: #d3c9b8; --code: #eee9df;
  --hole: #2a2520; --rim: #6a6054; --critical: #98102a; --high: #a83c06; --medium: #765600; --low: #285b7d; --info: #5d574d;
  --good: #28663a; --link: #1f5673;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171512; --raised: #1f1c19; --ink: #ece7dd; --soft: #aaa296; --line: #3a352e; --stone: #35302a; --grain: #453f37; --code: #2b2722;
    --hole: #0b0a08; --rim: #24211d; --critical: #ff8a98; --high: #ffa36b; --medium: #e3c04f; --low: #8cc2e6; --info: #aaa296; --good: #86cf9b;
    --link: #8cc2e6;
  }
}`;

const PAGE = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
}
.page { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, .tally b {
  font-family: "Iowan Old Style", "Palatino Linotype", Palatino, P052, Charter, Georgia, "Liberation Serif", serif;
  font-weight: 600; line-height: 1.15; text-wrap: balance;
}
h3, h2.label { font-family: inherit; font-size: .8rem; font-weight: 650; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); margin: 2.25rem 0 .5rem; }
p { margin: 0 0 .5rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, .mono { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .9em; }
code { background: var(--code); border-radius: 3px; padding: .05em .3em; }
ul { margin: 0; padding: 0; list-style: none; }
.soft { color: var(--soft); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--raised); padding: .5rem 1rem; z-index: 1; }
.hidden { position: absolute; width: 0; height: 0; }
.critical { color: var(--critical); } .high { color: var(--high); } .medium { color: var(--medium); }
.low { color: var(--low); } .info { color: var(--info); } .good { color: var(--good); }`;

const MASTHEAD = `
.masthead { padding: 2.25rem 0 2.5rem; border-bottom: 1px solid var(--line); }
.brand { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .6rem; font-weight: 650; letter-spacing: .01em; margin-bottom: 2.5rem; }
.brand svg { width: 1.6rem; height: 1.6rem; }
.brand .soft { font-weight: 400; font-size: .88rem; margin-left: auto; }
h1 { font-size: clamp(2.1rem, 6vw, 3.4rem); margin: 0 0 .35rem; }
.reason { font-size: 1.15rem; color: var(--soft); max-width: 44rem; }
.tally { display: flex; flex-wrap: wrap; gap: 1rem 2.25rem; margin: 1.75rem 0 0; }
.tally li { display: flex; flex-direction: column; min-width: 3.5rem; }
.tally b { font-size: 2.1rem; font-variant-numeric: lining-nums; }
.tally span { font-size: .8rem; letter-spacing: .04em; }
.tally .none, .tally .none b { color: var(--soft); font-weight: 400; }
.missing { margin-top: 1.75rem; border-left: 3px dashed var(--soft); padding: .1rem 0 .1rem 1rem; }
.missing li + li { margin-top: .25rem; }`;

const HOSTS = `
.host { padding: 2.5rem 0; border-bottom: 1px solid var(--line); }
.crowd .host { content-visibility: auto; contain-intrinsic-size: auto 60rem; }
.host h2 { font-size: 1.75rem; margin: 0 0 .35rem; }
h2 .mono { font-size: .55em; font-weight: 400; color: var(--soft); margin-left: .4rem; }
.systems { display: flex; flex-wrap: wrap; gap: .4rem; margin: .6rem 0; }
.systems li { border: 1px solid var(--line); background: var(--raised); border-radius: 1rem; padding: .15rem .8rem; font-size: .92rem; }
.partial { color: var(--medium); }
.map { margin: 1.5rem 0 .5rem; }
.map svg { display: block; width: 100%; overflow: visible; }
.map figcaption { font-size: .85rem; color: var(--soft); }
.deep { stop-color: var(--hole); } .rim { stop-color: var(--rim); }
.wall { fill: var(--stone); } .grain ellipse { fill: var(--grain); }
.pore { fill: url(#depth); stroke: var(--soft); stroke-width: 1.5; }
.pore.critical { stroke: var(--critical); stroke-width: 5; } .pore.high { stroke: var(--high); stroke-width: 4.5; }
.pore.medium { stroke: var(--medium); stroke-width: 3.5; } .pore.low { stroke: var(--low); stroke-width: 3; }
.stem { stroke: var(--soft); stroke-width: 1; opacity: .6; }
.map text { fill: var(--ink); font: 600 12px ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; text-anchor: middle; }
.map .scale { fill: var(--soft); font-weight: 400; font-size: 10.5px; }
table { width: 100%; overflow-wrap: normal; border-collapse: collapse; font-size: .94rem; }
caption { text-align: left; }
th { text-align: left; font-weight: 500; font-size: .8rem; color: var(--soft); padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; }
td:last-child, th:last-child { padding-right: 0; }
tr:last-child td { border-bottom: 0; }
.product, .name { overflow-wrap: anywhere; }
.n { text-align: right; font-variant-numeric: tabular-nums; padding-right: 1.5rem; }
.index { padding: 0 0 2rem; border-bottom: 1px solid var(--line); }
.quiet { padding: 0 0 2rem; border-bottom: 1px solid var(--line); }
.quiet li + li { margin-top: .4rem; }`;

const FINDINGS = `
.finding { border-top: 1px solid var(--line); }
.finding > summary {
  display: grid; grid-template-columns: 7.5rem 1fr 1rem; gap: .25rem 1rem; padding: 1rem 0; cursor: pointer; list-style: none;
}
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary::after { content: "+"; color: var(--soft); font-size: 1.2rem; line-height: 1.2; text-align: right; }
.finding[open] > summary::after { content: "\\2212"; }
.finding > summary:hover .but { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
.grade { font-weight: 700; text-transform: capitalize; }
.grade .mono { display: block; color: var(--soft); font-weight: 400; text-transform: none; font-size: .85rem; }
.should { color: var(--soft); }
.but { display: block; font-weight: 600; font-size: 1.06rem; }
.body { padding: 0 2rem 1.5rem 8.5rem; }
.do { background: var(--raised); border: 1px solid var(--line); border-left: 4px solid currentColor; border-radius: 3px; padding: .7rem 1rem; margin: 0 0 .9rem; }
.do p { color: var(--ink); margin: 0; } .do strong { display: block; font-size: .8rem; letter-spacing: .05em; }
dl { margin: 0; display: grid; grid-template-columns: 5.5rem 1fr; gap: .3rem 1rem; font-size: .93rem; }
dt { color: var(--soft); grid-column: 1; } dd { margin: 0; min-width: 0; grid-column: 2; }
dd.more { margin-top: -.3rem; }
.plain { display: grid; grid-template-columns: 7.5rem 1fr; gap: .25rem 1rem; padding: .7rem 0; border-top: 1px solid var(--line); }
.plain p { margin: 0; }
.unknown .grade { color: var(--soft); border-left: 3px dashed var(--soft); padding-left: .6rem; }
.passes { margin-top: 2rem; }
.passes > summary { cursor: pointer; font-weight: 600; }
.passes li { padding: .2rem 0 .2rem 1.4rem; text-indent: -1.4rem; font-size: .93rem; }
.passes li::before { content: "\\2713"; color: var(--good); display: inline-block; width: 1.4rem; text-indent: 0; }
.passes .na::before { content: "\\2013"; color: var(--soft); }
.notes { padding: 0 0 2rem; }
.notes .plain:first-of-type { border-top: 0; }
footer { padding: 2rem 0 4rem; font-size: .88rem; color: var(--soft); }
footer dl { max-width: 40rem; }`;

const SMALL = `
@media (max-width: 40rem) {
  .tally { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1rem .5rem; }
  .brand { margin-bottom: 1.75rem; } .brand .soft { margin-left: 0; }
  .finding > summary { grid-template-columns: 1fr 1rem; }
  .grade { grid-column: 1; } .grade .mono { display: inline; margin-left: .5rem; }
  .finding > summary > .said { grid-column: 1; }
  .finding > summary::after { grid-row: 1; grid-column: 2; }
  .body { padding: 0 0 1.25rem; }
  .plain { grid-template-columns: 1fr; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { grid-column: 1; margin-bottom: .5rem; }
  .index .systems-of { display: none; } .n { padding-right: .75rem; }
  .ports thead { position: absolute; left: -100rem; }
  .ports tr { display: grid; grid-template-columns: 6rem 1fr auto; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  .ports td { border: 0; padding: .1rem .5rem .1rem 0; }
  .ports .state { grid-row: 2; grid-column: 1; font-size: .82rem; } .ports .product { grid-row: 2; grid-column: 2 / 4; }
}`;

// A sheet of paper has no plus sign to press: everything is open there.
const PAPER = `
@media print {
  :root { --paper: #fff; --raised: #fff; --ink: #000; --soft: #444; --line: #bbb; --stone: #e6dfd2; --grain: #d3c9b8; --hole: #2a2520;
    --rim: #6a6054; --code: #eee; --critical: #98102a; --high: #a83c06; --medium: #765600; --low: #285b7d; --info: #444; --good: #28663a; --link: #000; }
  @page { margin: 16mm 14mm; }
  body { font-size: 10pt; } .page { max-width: none; padding: 0; }
  .masthead, .host { padding: 0 0 6mm; margin-bottom: 6mm; }
  .crowd .host { content-visibility: visible; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .finding > summary::after, .skip { display: none; }
  .finding, .plain, .map, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
  svg, .do { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }`;

export const STYLE = [COLOURS, PAGE, MASTHEAD, HOSTS, FINDINGS, SMALL, PAPER].join('\n');
