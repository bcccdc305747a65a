import { isIP } from 'node:net';
import { z } from 'zod';
import { factSchemas } from '../facts/index.js';
import type { Facts, FactName, Observation, Product, ProbeFailure, Protocol, SubjectKind, Survey } from '../model.js';
import type { FoldedTargets } from '../folded.js';
import type { Same } from './same.js';

const failure = z
  .object({
    kind: z.enum([
      'refused',
      'timeout',
      'reset',
      'protocol',
      'tls',
      'unsupported',
      'skipped',
      'limit',
      'bug',
    ] satisfies readonly ProbeFailure['kind'][]),
    detail: z.string(),
  })
  .meta({ id: 'failure', description: 'Why a look did not end in a fact' });

const observationOf = (value: z.ZodType) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), failure })]);

type EvidenceShape = { readonly [Name in FactName]: z.ZodOptional<z.ZodType<Observation<Facts[Name]>>> };
const evidence = z
  .object(
    Object.fromEntries(
      Object.entries(factSchemas).map(([name, schema]) => [name, observationOf(schema).optional()]),
    ) as unknown as EvidenceShape,
  )
  .meta({ id: 'evidence', description: 'What was learnt, by fact' });

const PROTOCOLS = ['ssh', 'http', 'tls', 'mqtt', 'smb', 'rustdesk'] as const satisfies readonly Protocol[];
const PRODUCTS = [
  'home-assistant',
  'home-assistant-observer',
  'beszel-hub',
  'beszel-agent',
  'containerssh',
  'betterdesk',
  'betterdesk-console',
  'webssh',
  'web-terminal',
  'neighbour',
] as const satisfies readonly Product[];
const subjectKind = z.enum([...PROTOCOLS, ...PRODUCTS, 'port', 'host'] satisfies readonly SubjectKind[]);

export const portNumber = z.int().min(1).max(65_535);
export const count = z.int().min(0);
export const text = z.string();
/** Empty where a name did not resolve, and for files alone. */
export const address = z.string().refine((words) => words === '' || isIP(words) !== 0, 'is no address');
const time = z.iso.datetime();

const targetState = z.enum(['examined', 'partial', 'down', 'unresolved']);

export const surveyedTarget = z.object({
  name: text,
  address,
  state: targetState,
  because: text.describe('Why, unless examined'),
  fromBlock: z.boolean().optional().describe('An address out of a block or range: its silence is not a failure'),
  ports: z.object({ swept: count, open: count, closed: count, filtered: count }),
  open: z.array(z.object({ port: portNumber, reason: text })),
  spared: z.array(portNumber).optional().describe('Left out because a mere connection does harm'),
  seenFrom: z
    .array(z.object({ vantage: text, state: targetState, open: z.array(portNumber) }))
    .optional()
    .describe('Merged vantages: which ports each of them saw open'),
  files: z.array(z.object({ kind: subjectKind, path: text, facts: evidence })).optional(),
});

const through = address.optional().describe('The last address, where the entry stands for all from `address` on: they are alike');

/** The targets of a file, where one entry may stand for many. */
export const targetList = <Shape extends z.ZodRawShape>(row: z.ZodObject<Shape>) => z.array(row.extend({ through }));

export const surveyedService = z.object({
  target: text,
  address,
  port: portNumber,
  transport: z.literal('tcp'),
  tls: z.boolean().describe('Whether the protocol was spoken inside TLS'),
  protocol: z.enum([...PROTOCOLS, 'unknown']),
  over: z.enum(PROTOCOLS).optional().describe('The protocol that carries this one'),
  seenFrom: z.array(text).optional().describe('Merged vantages: those that saw it'),
  facts: evidence,
});

const plainWord = z.string().regex(/^[\w.+-]{1,64}$/, 'is no plain word');
export const tool = z.object({ name: plainWord, version: plainWord });

export const run = z.object({
  startedAt: time,
  finishedAt: time,
  durationMs: z.number(),
  modes: z.array(z.enum(['passive', 'active', 'intrusive'])),
  ports: text.describe('The port specification as the user gave it'),
  engine: z.enum(['connect', 'nmap', 'none']),
  incomplete: z.boolean().describe('Whether the run was interrupted or stopped early'),
  vantage: text.optional().describe('Where the scanner stood'),
  shard: text.optional().describe('Which part of the work this is, i/n'),
});

export const note = z.object({ kind: z.enum(['info', 'warning']), text, target: text.optional() });

/** Everything that `porosity survey` writes. */
export const surveySchema = z
  .object({
    schemaVersion: z.literal(1),
    kind: z.literal('survey'),
    tool,
    run,
    targets: targetList(surveyedTarget),
    services: z.array(surveyedService),
    notes: z.array(note),
  })
  .describe('What porosity saw, without a judgement');

true satisfies Same<z.infer<typeof surveySchema>, FoldedTargets<Survey>>;
