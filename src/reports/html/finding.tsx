import type { VNode } from 'preact';
import type { CheckMeta, Finding } from '../../model.js';
import { checksByPlace, type Entry, type Unjudged } from '../grouped.js';
import { capitalised } from '../inline.js';
import { printable } from '../printable.js';
import { placeOf } from '../words.js';
import { FilePlace, Prose, Reference } from './prose.js';

interface Props extends Entry {
  readonly open: boolean;
  readonly meta: CheckMeta | undefined;
}

/** One failure: what should hold but does not, what to do, what was seen, and why to care. */
export function Failure({ finding, places, open, meta }: Props): VNode {
  const { severity, title, because, remediation } = finding;
  return (
    <details class="finding" open={open}>
      <summary>
        <span class={`grade ${severity}`}>
          {severity} <span class="mono">{places}</span>
        </span>
        <span class="said">
          <span class="should">
            <Prose text={title} />,
          </span>{' '}
          <span class="but">
            but <Prose text={because} />
          </span>
        </span>
      </summary>
      <div class="body">
        {remediation && (
          <div class={`do ${severity}`}>
            <strong>What to do</strong>
            <p>
              <Prose text={remediation} />
            </p>
          </div>
        )}
        <Details finding={finding} meta={meta} />
      </div>
    </details>
  );
}

function Details({ finding, meta }: Pick<Props, 'finding' | 'meta'>): VNode {
  const { check, exhibits, references, confidence, baseline, firstSeen } = finding;
  const marks = [
    ...(baseline ? [`${baseline} since the baseline`] : []),
    ...(firstSeen ? [`first seen ${printable(firstSeen).slice(0, 10)}`] : []),
    ...(confidence < 100 ? [`inferred, ${confidence} % sure`] : []),
  ];
  return (
    <dl>
      {exhibits.length > 0 && <dt>Seen</dt>}
      {exhibits.map(({ saw, fact, place }, i) => (
        <dd class={i > 0 ? 'more' : undefined}>
          <Prose text={saw} />
          {place ? <FilePlace place={place} /> : <span class="soft"> ({printable(fact)})</span>}
        </dd>
      ))}
      {meta && <dt>Why care</dt>}
      {meta && (
        <dd>
          <Prose text={meta.rationale} />
        </dd>
      )}
      <dt>Check</dt>
      <dd>
        <span class="mono">{check}</span>
        {marks.length > 0 && <span class="soft">{`, ${marks.join(', ')}`}</span>}
      </dd>
      {references.length > 0 && <dt>Read on</dt>}
      {references.map((href, i) => (
        <dd class={i > 0 ? 'more' : undefined}>
          <Reference href={href} />
        </dd>
      ))}
    </dl>
  );
}

/** A waiver labels a failure and never hides it. */
export function Waived({ finding }: { readonly finding: Finding }): VNode {
  const { check, severity, title, because, waiver } = finding;
  return (
    <li class="plain">
      <span class={`grade ${severity}`}>
        {severity} <span class="mono">{placeOf(finding)}</span>
      </span>
      <p>
        <span class="should">
          <Prose text={title} />,
        </span>{' '}
        but <Prose text={because} />.
        <br />
        <span class="soft">
          Waived until {printable(waiver?.expires ?? '')}: {printable(waiver?.reason ?? '')} (<span class="mono">{check}</span>)
        </span>
      </p>
    </li>
  );
}

export function NotJudged({ group }: { readonly group: Unjudged }): VNode {
  return (
    <li class="plain unknown">
      <span class="grade">unknown</span>
      <p>
        <Prose text={capitalised(group.because)} />
        <br />
        <span class="soft mono">{checksByPlace(group.findings)}</span>
      </p>
    </li>
  );
}
