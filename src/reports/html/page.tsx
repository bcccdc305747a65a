import type { VNode } from 'preact';
import type { Report } from '../../model.js';
import { capitalised } from '../inline.js';
import { printable } from '../printable.js';
import { SEVERITIES } from '../../severity.js';
import { count, duration, placeOf, reasonOf, thousands, when } from '../words.js';
import { Prose } from './prose.js';

const MAX_REASONS = 8;
const PORTS_LIMIT = 60;

const TONES = { open: 'good', closed: 'critical', undecided: 'medium' } as const;

export function Masthead({ report }: { readonly report: Report }): VNode {
  const { gate, tool, run, targets } = report;
  const looked = [
    targets.length === 1 ? printable(targets[0]!.name) : count(targets.length, 'target'),
    `ports ${printable(run.ports, PORTS_LIMIT)}`,
    run.modes.join(', '),
    when(run.startedAt),
    duration(run.durationMs),
  ];
  return (
    <header class="masthead">
      <p class="brand">
        <Mark /> {tool.name} <span class="soft">{looked.join(' · ')}</span>
      </p>
      <h1>
        The gate is <span class={TONES[gate.result]}>{gate.result}</span>
      </h1>
      <p class="reason">{capitalised(reasonOf(gate))}.</p>
      {run.incomplete && <p class="partial">The run was interrupted: this is what had been learnt by then.</p>}
      <Tally report={report} />
      {gate.result === 'undecided' && <Missing reasons={gate.because} />}
    </header>
  );
}

/** A stone with pores. */
function Mark(): VNode {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="wall" d="M16 2c8 0 14 5 14 13s-5 15-14 15S2 24 2 16 7 2 16 2Z" />
      <circle class="pore" cx="11" cy="12" r="4" />
      <circle class="pore high" cx="21" cy="18" r="4.5" />
      <circle class="pore" cx="12" cy="23" r="2.2" />
      <circle class="pore" cx="21" cy="8.5" r="1.8" />
    </svg>
  );
}

function Tally({ report: { summary } }: { readonly report: Report }): VNode {
  const others = { waived: summary.waived, 'not judged': summary.unknown, passed: summary.pass };
  return (
    <ul class="tally" aria-label="Findings">
      {SEVERITIES.map((severity) => (
        <li class={summary.fail[severity] > 0 ? severity : 'none'}>
          <b>{thousands(summary.fail[severity])}</b>
          <span>{severity}</span>
        </li>
      ))}
      {Object.entries(others).map(([name, n]) => (
        <li class={n > 0 && name === 'passed' ? 'good' : n > 0 ? undefined : 'none'}>
          <b>{thousands(n)}</b>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

function Missing({ reasons }: { readonly reasons: readonly string[] }): VNode {
  return (
    <ul class="missing" aria-label="What could not be looked at">
      {reasons.slice(0, MAX_REASONS).map((reason) => (
        <li>
          <Prose text={reason} />
        </li>
      ))}
      {reasons.length > MAX_REASONS && <li class="soft">and {reasons.length - MAX_REASONS} more</li>}
    </ul>
  );
}

/** What the baseline had and this audit has not, and what the audit has to say for itself. */
export function Notes({ report: { notes, absent = [] } }: { readonly report: Report }): VNode | null {
  if (notes.length + absent.length === 0) return null;
  return (
    <section class="notes" aria-labelledby="notes">
      <h2 class="label" id="notes">
        {absent.length > 0 ? 'Since the baseline, and notes' : 'Notes'}
      </h2>
      {absent.map(({ finding, why, because }) => (
        <div class="plain">
          <span class={why === 'resolved' ? 'grade good' : 'grade soft'}>{why}</span>
          <p>
            {printable(finding.target)} {placeOf(finding)}, <span class="mono">{finding.check}</span>: <Prose text={because} />
          </p>
        </div>
      ))}
      {notes.map(({ kind, text, target }) => (
        <div class="plain">
          <span class={kind === 'warning' ? 'grade medium' : 'grade soft'}>{kind === 'warning' ? 'warning' : 'note'}</span>
          <p>
            {target && `${printable(target)}: `}
            <Prose text={text} />
          </p>
        </div>
      ))}
    </section>
  );
}

export function Footer({ report: { tool, run } }: { readonly report: Report }): VNode {
  return (
    <footer>
      <p>
        Made by {tool.name} {tool.version}, {when(run.startedAt)} to {when(run.finishedAt)}
        {run.vantage ? `, from ${printable(run.vantage)}` : ''}. This page is one file: it has no script and loads nothing.
      </p>
      <p>
        A check that could not be looked at is never counted as passed. <span class="mono">porosity checks &lt;id&gt;</span> explains each
        one.
      </p>
    </footer>
  );
}
