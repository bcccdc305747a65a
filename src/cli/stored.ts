import { parse } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { EXIT } from '../exit.js';
import type { Survey } from '../model.js';
import type { Flags } from './flags.js';
import { type Io, readInput } from './io.js';
import { deliver } from './deliver.js';
import { destinationsOf } from './output.js';
import { judge, prepare } from './judge.js';
import { readReport } from './settings.js';

/** `porosity evaluate <survey.json…>`: judges what was recorded, without a network. */
export async function evaluateStored(paths: readonly string[], given: Flags, io: Io): Promise<number> {
  const prepared = await prepare(given, io);
  const survey = await readSurveys(paths, io);
  return judge(
    survey,
    survey.targets.map(({ name }) => name),
    prepared,
    io,
  );
}

/** V8 lets garbage grow to a multiple of what lives before it looks; a large report should fit into a small machine. */
const THRIFTY = '--heap-growing-percent=10';

/** `porosity report <report.json>`: the stored report in any format; the exit code is the stored one. */
export async function renderStored(path: string, given: Flags, io: Io): Promise<number> {
  const to = destinationsOf(given, io);
  setFlagsFromString(THRIFTY);
  const report = path === '-' ? (await import('../schema.js')).parseReport(await readInput(io), 'standard input') : await readReport(path);
  return deliver(report, { to, flags: given }, io);
}

async function surveyFrom(path: string, io: Io): Promise<Survey> {
  const { parseSurvey, readSurvey } = await import('../schema.js');
  return path === '-' ? parseSurvey(await readInput(io), 'standard input') : readSurvey(path);
}

/** `porosity merge <survey.json…>`: shards of one audit, or several vantages on the same hosts, as one survey. */
export async function mergeStored(paths: readonly string[], given: Flags, io: Io): Promise<number> {
  const { refuseOtherFormats, writeSurvey } = await import('./survey.js');
  const to = destinationsOf({ ...given, format: given.format ?? 'json' }, io);
  refuseOtherFormats(to);
  await writeSurvey(await readSurveys(paths, io), to, io);
  return EXIT.fine;
}

/** One survey out of all the files; each vantage that names none is called after its file. */
async function readSurveys(paths: readonly string[], io: Io): Promise<Survey> {
  const { mergeSurveys } = await import('../merge.js');
  return mergeSurveys(await Promise.all(paths.map(async (path) => ({ name: parse(path).name, survey: await surveyFrom(path, io) }))));
}
