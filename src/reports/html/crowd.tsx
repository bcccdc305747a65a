import type { VNode } from 'preact';
import type { ReportedTarget } from '../../model.js';
import { printable } from '../printable.js';
import { SEVERITIES } from '../../severity.js';
import { type Host, isFailure, isUnjudged } from '../shown.js';
import { nameOf } from '../words.js';
import { quietSentences } from '../quiet.js';
import { Prose } from './prose.js';

export interface IndexEntry {
  readonly host: Host;
  readonly id: string;
}

export function IndexHead(): VNode {
  return (
    <thead>
      <tr>
        <th scope="col">Host</th>
        <th scope="col" class="systems-of">
          Systems
        </th>
        <th scope="col" class="n">
          Ports
        </th>
        <th scope="col" class="n">
          Unknown
        </th>
        <th scope="col">Findings</th>
      </tr>
    </thead>
  );
}

/** A line for each host of a network, with a way to its section. */
export function IndexRows({ entries }: { readonly entries: readonly IndexEntry[] }): VNode {
  return (
    <>
      {entries.map(({ host: { target, findings }, id }) => {
        const failing = findings.filter(isFailure);
        return (
          <tr>
            <td class="name">
              <a href={`#${id}`}>{nameOf(target)}</a>
            </td>
            <td class="systems-of">{target.systems.map(({ title }) => printable(title)).join(', ')}</td>
            <td class="n">{target.open.length}</td>
            <td class="n">{findings.filter(isUnjudged).length || '–'}</td>
            <td>
              {failing.length === 0 && <span class="soft">none</span>}
              {SEVERITIES.map((severity) => ({ severity, n: failing.filter((one) => one.severity === severity).length }))
                .filter(({ n }) => n > 0)
                .map(({ severity, n }, i) => (
                  <>
                    {i > 0 && ', '}
                    <span class={severity}>{`${n} ${severity}`}</span>
                  </>
                ))}
            </td>
          </tr>
        );
      })}
    </>
  );
}

const TONES = { missing: 'partial', shut: undefined, silent: 'soft' };

/** Hosts with nothing to show. */
export function Quiet({ targets }: { readonly targets: readonly ReportedTarget[] }): VNode | null {
  if (targets.length === 0) return null;
  return (
    <section class="quiet" aria-labelledby="quiet">
      <h2 class="label" id="quiet">
        Not looked at, or nothing open
      </h2>
      <ul>
        {quietSentences(targets).map(({ kind, text }) => (
          <li class={TONES[kind]}>
            <Prose text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}
