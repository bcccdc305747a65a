import { mostConnections, SILENT_RATE } from '../scanners/sweep/plan.js';
import type { SurveyOptions } from './options.js';
import { groupByPorts } from './find.js';

/** All the looks at one silent port of a host that answers as slowly as is waited for: six times three seconds. */
const LAST_ANSWERS_S = 18;
/** An open port costs at most this many connections: identification, facts, a recognised system (40 requests). */
const LOOKS_A_PORT = 60;

/** What a run would do, for `--dry-run`: targets, ports, modes, worst-case connections and seconds. Sends nothing. */
export function describePlan(
  options: Pick<SurveyOptions, 'plan' | 'ports' | 'modes' | 'rate' | 'hostRate' | 'portsOnly'>,
): readonly string[] {
  const { plan, ports, modes, rate = SILENT_RATE, hostRate = Infinity, portsOnly } = options;
  const groups = groupByPorts(plan.targets, ports.ports);
  const sweepConnections = groups.reduce((sum, group) => sum + mostConnections(group.targets.length, group.ports), 0);
  const ofOneHost = Math.max(0, ...groups.map((group) => mostConnections(group.targets.length, group.ports) / group.targets.length));
  const seconds = Math.ceil(Math.max(sweepConnections / rate, ofOneHost / hostRate) + LAST_ANSWERS_S);
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
