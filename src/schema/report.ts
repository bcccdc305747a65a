import { z } from 'zod';
import type { FoldedTargets } from '../folded.js';
import type { FactName, Report } from '../model.js';
import { SEVERITIES } from '../severity.js';
import type { Same } from './same.js';
import { address, count, note, portNumber, run, surveyedService, surveyedTarget, targetList, text, tool } from './survey.js';

const percent = z.number().min(0).max(100);

/** Any text: a newer porosity may exhibit facts that this one has never heard of. */
const factName = z.string() as unknown as z.ZodType<FactName, FactName>;

const exhibit = z.object({
  fact: factName,
  saw: text,
  place: z.object({ file: text, line: z.int().optional() }).optional(),
});

const finding = z
  .object({
    check: text,
    title: text.describe('States the good case'),
    severity: z.enum(SEVERITIES),
    confidence: percent,
    outcome: z.enum(['pass', 'fail', 'unknown', 'not-applicable']),
    because: text,
    exhibits: z.array(exhibit).describe('The evidence'),
    target: text,
    address,
    port: portNumber.optional().describe('Absent on a finding about the host'),
    remediation: text,
    references: z.array(text),
    mapping: z.object({ cwe: z.array(z.int()).optional(), checklist: z.array(text).optional() }),
    fingerprint: text.describe('The same in the next run, also at another address where the host has a lasting identity'),
    waiver: z.object({ reason: text, expires: text }).nullable(),
    baseline: z.enum(['new', 'unchanged', 'changed']).nullable(),
    firstSeen: z.iso.datetime().optional(),
    needs: z.enum(['active', 'intrusive']).optional().describe('On an unknown: the flag that would have allowed the missing look'),
  })
  .meta({ id: 'finding' });

const absent = z.object({ finding, why: z.enum(['resolved', 'not compared']), because: text });

const recognition = z.object({ id: text, title: text, version: text, confidence: percent });

const reportedTarget = surveyedTarget.extend({ systems: z.array(recognition), identities: z.array(text) });

/** Everything that `porosity audit` and `porosity evaluate` write as JSON. */
export const reportSchema = z
  .object({
    schemaVersion: z.literal(1),
    kind: z.literal('report'),
    tool,
    run,
    targets: targetList(reportedTarget),
    services: z.array(surveyedService.extend({ role: text, product: text, version: text, confidence: percent })),
    findings: z.array(finding),
    absent: z.array(absent).optional().describe('Findings of the baseline that are gone, or could not be compared'),
    notes: z.array(note),
    summary: z.object({
      fail: z.record(z.enum(SEVERITIES), count),
      pass: count,
      unknown: count,
      notApplicable: count,
      waived: count,
    }),
    gate: z.object({
      result: z.enum(['open', 'closed', 'undecided']),
      failOn: z.enum([...SEVERITIES, 'new', 'none']),
      exitCode: z.int(),
      because: z.array(text),
    }),
  })
  .describe('What porosity saw, and what it concluded');

true satisfies Same<z.infer<typeof reportSchema>, FoldedTargets<Report>>;
