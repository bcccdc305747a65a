import { type Command, Option } from 'commander';
import { UsageError } from '../errors.js';
import type { FailOn, PolicyFlags } from '../model.js';
import { SEVERITIES } from '../severity.js';

/** What the command line said; only what was really given is there. */
export type Flags = PolicyFlags & { readonly policy?: string; readonly from?: string };

const FAIL_ON: readonly FailOn[] = [...SEVERITIES, 'new', 'none'];

/** Repeatable, and a comma separates too. */
const list = (value: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  ...value.split(',').map((word) => word.trim()),
];
const repeat = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value];

function oneOf<T extends string>(flag: string, words: readonly T[]) {
  return (value: string): T => {
    if ((words as readonly string[]).includes(value)) return value as T;
    throw new UsageError(`${flag} "${value}": must be one of ${words.join(', ')}`);
  };
}

function perSecond(flag: string) {
  return (value: string): number | 'max' => {
    if (value === 'max') return 'max';
    const rate = Number(value);
    if (value.trim() !== '' && Number.isFinite(rate) && rate > 0) return rate;
    throw new UsageError(`${flag} "${value}": must be a number of connections a second above 0, or max`);
  };
}

const FLAGS = {
  ports: () => new Option('-p, --ports <spec>', 'top, all, or a list such as 22,80,8000-8100 (default: top)'),
  exclude: () => new Option('--exclude <target>', 'never audit this; repeatable').argParser(repeat),
  public: () => new Option('--public', 'allow targets outside private, link-local, unique-local and loopback space'),
  active: () => new Option('--active', 'allow looks that leave a trace'),
  intrusive: () => new Option('--intrusive', 'allow looks that count as failed logins or write; implies --active'),
  rate: () => new Option('--rate <n|max>', 'new connections a second in all').argParser(perSecond('--rate')),
  hostRate: () => new Option('--host-rate <n|max>', 'new connections a second to one host').argParser(perSecond('--host-rate')),
  engine: () =>
    new Option('--engine <name>', 'how open ports are found: connect or nmap (default: connect)').argParser(
      oneOf('--engine', ['connect', 'nmap'] as const),
    ),
  config: () => new Option('--config <path>', 'configuration folder or file of the target; repeatable').argParser(repeat),
  dryRun: () => new Option('--dry-run', 'print the plan and send nothing'),
  portsOnly: () => new Option('--ports-only', 'stop after the sweep: open ports with a reason each'),
  shard: () => new Option('--shard <i/n>', 'the i-th of n equal parts of the work'),
  resume: () => new Option('--resume <file>', 'go on with an interrupted audit'),
  queue: () => new Option('--queue <redis-url>', 'split the work over the workers on that queue; password from POROSITY_REDIS_PASSWORD'),
  site: () => new Option('--site <name>', 'the queue of one site: a worker only looks at the network it stands in'),
  allow: () => new Option('--allow <target>', 'worker: what it may look at; repeatable (default: its own networks)').argParser(repeat),
  vantage: () => new Option('--vantage <name>', 'where this scanner stands, for merged surveys (lan, wan)'),
  format: () => new Option('-f, --format <name>', 'what goes to standard output (default: table on a terminal, else json)'),
  output: () => new Option('-o, --output <[format=]file>', 'also write a file; repeatable').argParser(repeat),
  failOn: () =>
    new Option('--fail-on <severity|new|none>', 'close the gate at or above it (default: high)').argParser(oneOf('--fail-on', FAIL_ON)),
  minSeverity: () =>
    new Option('--min-severity <severity>', 'what is shown; never changes the gate').argParser(oneOf('--min-severity', SEVERITIES)),
  policy: () => new Option('--policy <file>', 'severities, waivers, expected exposure (default: porosity.yaml, if there is one)'),
  baseline: () => new Option('--baseline <report.json>', 'mark findings new, unchanged or changed'),
  history: () => new Option('--history <dir>', 'keep each report there; the newest earlier one is the baseline'),
  keep: () => new Option('--keep <n|days>', 'prune the history: 50 keeps fifty reports, 90d ninety days'),
  onlyChanges: () => new Option('--only-changes', 'say nothing on standard output when nothing changed'),
  only: () => new Option('--only <ids>', 'check ids or prefixes (mqtt/)').argParser(list),
  skip: () => new Option('--skip <ids>', 'check ids or prefixes to leave out').argParser(list),
  allowIncomplete: () => new Option('--allow-incomplete', 'an incomplete audit does not decide the exit code'),
  publish: () =>
    new Option(
      '--publish <mqtt-url>',
      'publish as Home Assistant entities; credentials from POROSITY_MQTT_USERNAME, POROSITY_MQTT_PASSWORD',
    ),
  publishCa: () => new Option('--publish-ca <file>', 'the CA that signed the certificate of that broker'),
  unpublish: () => new Option('--unpublish', 'remove the published entities again'),
  exitStyle: () =>
    new Option('--exit-style <name>', 'porosity, or nagios for its one line and codes').argParser(
      oneOf('--exit-style', ['porosity', 'nagios'] as const),
    ),
  from: () => new Option('--from <report.json>', 'accept what this report found; each waiver wants a reason'),
  quiet: () => new Option('--quiet', 'nothing on standard error but errors'),
  noProgress: () => new Option('--no-progress', 'no progress on standard error'),
  noColor: () => new Option('--no-color', 'no colour'),
  debug: () => new Option('--debug', 'a stack trace with a defect'),
} satisfies Record<string, () => Option>;

const LOOKING = [
  'portsOnly',
  'ports',
  'exclude',
  'public',
  'active',
  'intrusive',
  'rate',
  'hostRate',
  'engine',
  'config',
  'dryRun',
  'shard',
  'resume',
  'queue',
  'site',
  'vantage',
] as const;
const JUDGING = [
  'policy',
  'failOn',
  'baseline',
  'history',
  'keep',
  'onlyChanges',
  'only',
  'skip',
  'allowIncomplete',
  'publish',
  'publishCa',
  'unpublish',
  'exitStyle',
] as const;
const TELLING = ['format', 'output', 'minSeverity'] as const;
const ALWAYS = ['quiet', 'noProgress', 'noColor', 'debug'] as const;

type FlagName = keyof typeof FLAGS;

/** The same flags in the same words on every command that takes them. */
export function withFlags(command: Command, ...groups: readonly (readonly FlagName[])[]): Command {
  for (const name of [...groups.flat(), ...ALWAYS]) command.addOption(FLAGS[name]());
  return command;
}
const WORKING = ['queue', 'site', 'allow'] as const;
export { JUDGING, LOOKING, TELLING, WORKING };

/** Commander's option values as flags: `--no-color` arrives as `color: false`, and defaults do not count as given. */
export function flagsOf(command: Command): Flags {
  const { color, progress, ...given } = command.optsWithGlobals() as Record<string, unknown>;
  return { ...given, ...(color === false ? { noColor: true } : {}), ...(progress === false ? { noProgress: true } : {}) } as Flags;
}
