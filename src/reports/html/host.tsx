import type { VNode } from 'preact';
import type { CheckMeta, Finding } from '../../model.js';
import { alikeTogether, byReason } from '../grouped.js';
import { openPortsOf, type OpenPort } from '../ports.js';
import { printable } from '../printable.js';
import { atLeast } from '../../severity.js';
import { type Host, isFailure, isUnjudged, isWaived } from '../shown.js';
import { passesOf, placeOf, portCountsOf } from '../words.js';
import { Failure, NotJudged, Waived } from './finding.js';
import { PortMap } from './port-map.js';
import { Prose } from './prose.js';

interface Props {
  readonly host: Host;
  readonly id: string;
  /** One of many: findings start folded, and what holds is only counted. */
  readonly isOneOfMany: boolean;
  readonly metas: ReadonlyMap<string, CheckMeta>;
}

/** All there is to say of one host. */
export function HostSection({ host, id, isOneOfMany, metas }: Props): VNode {
  const { target, findings } = host;
  const ports = openPortsOf(host);
  const waived = findings.filter(isWaived);
  const failures = alikeTogether(findings.filter(isFailure));
  const unjudged = byReason(findings.filter(isUnjudged));
  return (
    <section class="host" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>
        {printable(target.name)} {target.address !== target.name && <span class="mono">{printable(target.address)}</span>}
      </h2>
      <Standing host={host} />
      {ports.length > 0 && <PortMap ports={ports} swept={target.ports.swept} id={id} />}
      {ports.length > 0 && <Ports ports={ports} />}
      {failures.length > 0 && <h3>Findings</h3>}
      {failures.map((entry) => (
        <Failure {...entry} meta={metas.get(entry.finding.check)} open={!isOneOfMany && atLeast(entry.finding.severity, 'low')} />
      ))}
      {waived.length > 0 && <h3>Waived</h3>}
      {waived.length > 0 && (
        <ul>
          {waived.map((finding) => (
            <Waived finding={finding} />
          ))}
        </ul>
      )}
      {unjudged.length > 0 && <h3>Could not be judged</h3>}
      {unjudged.length > 0 && (
        <ul>
          {unjudged.map((group) => (
            <NotJudged group={group} />
          ))}
        </ul>
      )}
      <Passes findings={findings} isCounted={isOneOfMany} />
    </section>
  );
}

function Standing({ host: { target } }: Pick<Props, 'host'>): VNode {
  return (
    <>
      {target.systems.length > 0 && (
        <ul class="systems" aria-label="Recognised systems">
          {target.systems.map(({ title, version, confidence }) => (
            <li>
              <b>{printable(title)}</b> {printable(version)}
              {confidence < 100 && <span class="soft">{` ${confidence} % sure`}</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="soft">{portCountsOf(target)}</p>
      {target.state !== 'examined' && (
        <p class="partial">
          {target.state === 'partial' ? 'Partly examined' : target.state}: <Prose text={target.because} />
        </p>
      )}
    </>
  );
}

function Ports({ ports }: { readonly ports: readonly OpenPort[] }): VNode {
  return (
    <table class="ports">
      <thead>
        <tr>
          {['Port', 'Speaks', 'State', 'Product', 'Worst'].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ports.map(({ port, reason, speaks, product, version, worst }) => (
          <tr>
            <td class="mono">{port}</td>
            <td>{speaks}</td>
            <td class="state soft">open {reason}</td>
            <td class="product">
              {product} <span class="soft">{version}</span>
            </td>
            <td class={worst}>{worst ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Passes({ findings, isCounted }: { readonly findings: readonly Finding[]; readonly isCounted: boolean }): VNode | null {
  const passes = findings.filter(({ outcome }) => outcome === 'pass');
  const others = findings.filter(({ outcome }) => outcome === 'not-applicable');
  if (passes.length + others.length === 0) return null;
  const text = passesOf(findings);
  if (isCounted) return <p class="passes soft">{text}</p>;
  return (
    <details class="passes">
      <summary>{text}</summary>
      <ul>
        {[...passes, ...others].map((finding) => (
          <li class={finding.outcome === 'pass' ? undefined : 'na'}>
            <Prose text={finding.title} />{' '}
            <span class="soft">
              ({placeOf(finding)}: <Prose text={finding.because} />)
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
