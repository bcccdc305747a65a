import type { SurveyOptions } from '../survey.js';

/** Silence is never answered with more than this many new connections a second; see docs/performance.md. */
const SILENT_RATE = 10_000;
/** One port that says nothing costs this many connections: a look and a second look. */
const TRIES = 2;
/** An open port costs at most this many connections: identification, facts, a recognised system (40 requests). */
const LOOKS_A_PORT = 60;

/** What a run would do, for `--dry-run`: targets, ports, modes, worst-case connections and seconds. Sends nothing. */
export function describePlan(options: Pick<SurveyOptions, 'plan' | 'ports' | 'modes' | 'rate' | 'portsOnly'>): readonly string[] {
  const { plan, ports, modes, rate, portsOnly } = options;
  const pairs = plan.targets.reduce((sum, target) => sum + (target.ports ?? ports.ports).length, 0);
  const sweepConnections = pairs * TRIES;
  const seconds = Math.ceil(sweepConnections / Math.min(rate ?? SILENT_RATE, Number.MAX_SAFE_INTEGER));
  const named = plan.targets.slice(0, 10).map(({ name, address }) => (name === address ? address : `${name} (${address})`));
  const more = plan.targets.length - named.length;
  return [
    `targets       ${plan.targets.length}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ...plan.unresolved.map(({ name, because }) => `unresolved    ${name}: ${because}`),
    `ports         ${ports.spec} (${ports.ports.length})${ports.spared.length ? `; left out because a mere connection does harm: ${ports.spared.join(', ')}` : ''}`,
    `modes         ${modes.join(', ')}`,
    `connections   at most ${sweepConnections.toLocaleString('en')} in the sweep${portsOnly ? '' : `, then at most ${LOOKS_A_PORT} for each open port`}`,
    `seconds       at most ${seconds.toLocaleString('en')} for the sweep if nothing answers${portsOnly ? '' : ', then a few for each host'}`,
    'sent          nothing: this is a dry run',
  ];
}
