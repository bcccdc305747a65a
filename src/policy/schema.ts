import { z } from 'zod';
import type { Expectation, PolicyFlags, Waiver } from '../model.js';
import { parsePorts } from '../ports.js';
import { SEVERITIES } from '../severity.js';
import { targetMatcher } from './target-matcher.js';

/*
 * porosity.yaml, every key described: the JSON Schema for editors is made from this file.
 * Which check ids exist is not known here; `read.ts` looks at them.
 */

const severity = z.enum(SEVERITIES);
const text = z.string().trim().min(1, 'must not be empty');
const oneOrMore = z.union([text.transform((word) => [word]), z.array(text)]);
const perSecond = z.union([z.number().positive(), z.literal('max')], 'must be a number above 0, or max');
const flag = z.boolean('must be true or false');
/** A number alone is a string in disguise: `ports: 22`, `keep: 30`. */
const numberOrText = z.union([text, z.number().transform(String)]);

/** Runs what throws a UsageError on wrong text, and hands its words on. */
const understood = (read: (value: string) => unknown) => (value: string, context: z.RefinementCtx) => {
  try {
    read(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is wrong: ${error instanceof Error ? error.message : String(error)}` });
  }
};

const target = text.superRefine(understood(targetMatcher)).describe('A name, an address or a CIDR block');
const portSpec = z.union([numberOrText, z.array(numberOrText).transform((parts) => parts.join(','))]).superRefine(understood(parsePorts));
const port = z.int('must be a port from 1 to 65535').min(1, 'must be a port from 1 to 65535').max(65_535, 'must be a port from 1 to 65535');

/** `init` leaves these words behind; a reason is a human's to give. */
const PLACEHOLDER = /^\W*(todo|tbd|fixme|xxx|\?+)(\W|$)/i;

export const waiver = z
  .strictObject({
    check: text.describe('A check id, or a prefix that ends in a slash (mqtt/)'),
    target: target.optional(),
    port: port.optional(),
    reason: text
      .refine((words) => !PLACEHOLDER.test(words), 'is still a placeholder: say why this is acceptable')
      .describe('Why this is acceptable; shown beside the finding'),
    expires: z.iso
      .date('must be a date such as 2027-03-01')
      .describe('The last day it holds (UTC); from the next day on the finding counts again'),
  })
  .describe('Labels findings and takes them out of the gate; never hides them') satisfies z.ZodType<Waiver>;

export const expectation = z
  .strictObject({
    target,
    ports: z
      .array(z.union([port, text.regex(/^\d+-\d+$/, 'must be a port, or a range such as 8000-8100').superRefine(understood(parsePorts))]))
      .transform((list) => list.flatMap((entry) => (typeof entry === 'number' ? [entry] : rangeOf(entry)))),
  })
  .describe(
    'The exposure that the owner means a target to have; any other open port is host/unexpected-ports',
  ) satisfies z.ZodType<Expectation>;

function rangeOf(words: string): readonly number[] {
  const [first = 0, last = 0] = words.split('-').map(Number);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** Every long flag under its long name; the command line wins. */
export const flagShape = {
  ports: portSpec.describe('top, all, or a list such as 22,80,8000-8100'),
  format: text.describe('What goes to standard output'),
  output: oneOrMore.describe('Files to write, each as [format=]file'),
  failOn: z.union([severity, z.enum(['new', 'none'])]).describe('What closes the gate'),
  minSeverity: severity.describe('What is shown; never changes the gate'),
  baseline: text.describe('An earlier report: marks findings new, unchanged or changed'),
  history: text.describe('A folder that keeps every report; the newest earlier one is the baseline'),
  keep: numberOrText
    .refine((words) => /^[1-9]\d*d?$/.test(words), 'must be a number of reports (30) or of days (90d)')
    .describe('How much history is kept: 30 reports or 90d'),
  onlyChanges: flag.describe('Say nothing on standard output when nothing changed'),
  only: oneOrMore.describe('Check ids or prefixes'),
  skip: oneOrMore.describe('Check ids or prefixes to leave out'),
  config: oneOrMore.describe('Configuration files or folders of the target'),
  active: flag.describe('Allow looks that leave a trace'),
  intrusive: flag.describe('Allow looks that count as failed logins, or write'),
  public: flag.describe('Allow targets outside private address space'),
  rate: perSecond.describe('New connections per second in all'),
  hostRate: perSecond.describe('New connections per second and host'),
  engine: z.enum(['connect', 'nmap']).describe('How open ports are found'),
  portsOnly: flag.describe('Stop after the sweep'),
  exclude: oneOrMore.describe('Targets that are never looked at'),
  shard: text.describe('The i-th of n equal parts of the work, as i/n'),
  resume: text.describe('An interrupted audit to go on with'),
  queue: text.describe('The Redis URL of a queue of workers'),
  site: text.describe('The queue of one site'),
  allow: oneOrMore.describe('Addresses that a worker may look at'),
  vantage: text.describe('Where this scanner stands (lan, wan)'),
  publish: text.describe('The MQTT URL where Home Assistant listens'),
  publishCa: text.describe('The CA file of that broker'),
  unpublish: flag.describe('Take the published entities away again'),
  allowIncomplete: flag.describe('An incomplete audit does not decide the exit code'),
  exitStyle: z.enum(['porosity', 'nagios']),
  dryRun: flag.describe('Print the plan and send nothing'),
  quiet: flag,
  noProgress: flag,
  noColor: flag,
  debug: flag,
} satisfies { readonly [Name in keyof PolicyFlags]-?: z.ZodType<NonNullable<PolicyFlags[Name]>> };

export const policySchema = z
  .strictObject({
    ...(z.strictObject(flagShape).partial().shape as { [Name in keyof typeof flagShape]: z.ZodOptional<(typeof flagShape)[Name]> }),
    unknown: z
      .enum(['undecided', 'fail', 'ignore'])
      .optional()
      .describe('What a check that counts and could not be answered does to the gate'),
    severities: z.record(z.string(), severity).optional().describe('Severities by check id'),
    expect: z.array(expectation).optional(),
    waivers: z.array(waiver).optional(),
  })
  .describe('porosity.yaml: what the owner of a network says about it');
