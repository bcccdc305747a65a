import { evaluate } from '../evaluate.js';
import { UsageError } from '../errors.js';
import type { Survey } from '../model.js';
import type { Flags } from './flags.js';
import { type Io, readInput } from './io.js';
import { deliver } from './deliver.js';
import { destinationsOf } from './output.js';
import { judgementOf, readReport, readText, settle } from './settings.js';

/** `porosity evaluate <survey.json…>`: judges what was recorded, without a network. */
export async function evaluateStored(paths: readonly string[], given: Flags, io: Io): Promise<number> {
  const { flags, policy } = await settle(given);
  const to = destinationsOf(flags, io);
  const judgement = await judgementOf(flags, policy);
  const surveys = await Promise.all(paths.map((path) => readSurvey(path, io)));
  const report = await evaluate(await joined(surveys), judgement);
  return deliver(report, to, flags, policy, io);
}

/** `porosity report <report.json>`: the stored report in any format; the exit code is the stored one. */
export async function renderStored(path: string, given: Flags, io: Io): Promise<number> {
  const to = destinationsOf(given, io);
  const report = path === '-' ? (await import('../schema.js')).parseReport(await readInput(io), 'standard input') : await readReport(path);
  return deliver(report, to, given, undefined, io);
}

async function readSurvey(path: string, io: Io): Promise<Survey> {
  const { parseSurvey } = await import('../schema.js');
  return path === '-' ? parseSurvey(await readInput(io), 'standard input') : parseSurvey(await readText(path), path);
}

async function joined(surveys: readonly Survey[]): Promise<Survey> {
  const [only, ...more] = surveys;
  if (!only) throw new UsageError('no survey: name at least one file, or - for standard input');
  if (more.length > 0) throw new UsageError('several surveys: joining them is not built in yet');
  return only;
}
