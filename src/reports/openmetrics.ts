import type { Report } from '../model.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';
import { SEVERITIES } from '../severity.js';
import { type Host, hostsOf, isFailure, isWaived } from './shown.js';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];
type Metric = readonly [name: string, help: string, samples: (report: Report, hosts: readonly Host[]) => Iterable<Sample>];

const SECOND_MS = 1000;
const perHost =
  (value: (host: Host) => number) =>
  (_report: Report, hosts: readonly Host[]): Sample[] =>
    hosts.map((host) => [labelsOf(host), value(host)]);

/** Gauges only: the text then is the same in OpenMetrics and in the older format that node_exporter's collector reads. */
const METRICS: readonly Metric[] = [
  ['porosity_build_info', 'The version that made the report', ({ tool }) => [[{ version: tool.version }, 1]]],
  [
    'porosity_gate',
    'The state of the gate: 1 for the one that holds',
    ({ gate }) => ['open', 'closed', 'undecided'].map((result) => [{ result }, Number(gate.result === result)]),
  ],
  ['porosity_run_finished_timestamp_seconds', 'When the audit ended', ({ run }) => [[{}, Date.parse(run.finishedAt) / SECOND_MS]]],
  ['porosity_run_duration_seconds', 'How long the audit took', ({ run }) => [[{}, run.durationMs / SECOND_MS]]],
  ['porosity_target_examined', '1 when everything asked for was looked at', perHost(({ target }) => Number(target.state === 'examined'))],
  ['porosity_open_ports', 'Open TCP ports', perHost(({ target }) => target.ports.open)],
  ['porosity_findings', 'Unwaived failures by severity', findingSamples],
  [
    'porosity_findings_waived',
    'Failures that a waiver labels',
    perHost(({ findings }) => findings.filter((one) => isWaived(one) && one.outcome === 'fail').length),
  ],
  ['porosity_checks_passed', 'Checks that hold', perHost((host) => countOf(host, 'pass'))],
  ['porosity_checks_unknown', 'Checks that could not be judged', perHost((host) => countOf(host, 'unknown'))],
];

const countOf = ({ findings }: Host, outcome: string): number => findings.filter((finding) => finding.outcome === outcome).length;

const labelsOf = ({ target }: Host): Labels => ({ target: target.name, address: target.address });

function* findingSamples(_report: Report, hosts: readonly Host[]): Iterable<Sample> {
  for (const host of hosts) {
    const failing = host.findings.filter(isFailure);
    for (const severity of SEVERITIES) {
      yield [{ ...labelsOf(host), severity }, failing.filter((finding) => finding.severity === severity).length];
    }
  }
}

/**
 * For node_exporter's textfile collector. `--min-severity` has no say here: a metric that comes and goes with a flag
 * raises alarms.
 */
export const openmetrics: Reporter = function* (report) {
  const hosts = hostsOf(report);
  for (const [name, help, samples] of METRICS) {
    yield `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`;
    for (const [labels, value] of samples(report, hosts)) yield `${name}${labelText(labels)} ${value}\n`;
  }
  yield '# EOF\n';
};

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

const escapeLabel = (value: string): string => printable(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
