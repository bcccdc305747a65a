import { UsageError } from '../errors.js';
import { EXIT } from '../exit.js';
import { writeWhole } from '../files.js';
import type { Survey } from '../model.js';
import { gateOf } from '../policy.js';
import { surveyPieces } from '../survey/pieces.js';
import type { Flags } from './flags.js';
import { type Io, print } from './io.js';
import { look } from './look.js';
import { type Destinations, destinationsOf } from './output.js';
import { settle } from './settings.js';

/** `porosity survey <target…>`: looks, judges nothing. Exit 3 where a target could not be looked at. */
export async function surveyOnly(words: readonly string[], given: Flags, io: Io): Promise<number> {
  const { flags } = await settle(given);
  const to = destinationsOf({ ...flags, format: flags.format ?? 'json' }, io);
  refuseOtherFormats(to);
  const survey = await look(words, flags, io);
  if (!survey) return EXIT.fine;
  await writeSurvey(survey, to, io);
  return gateOf({ findings: [], targets: survey.targets, run: survey.run }, { failOn: 'none', allowIncomplete: flags.allowIncomplete })
    .exitCode;
}

/** To standard output and to every file. */
export async function writeSurvey(survey: Survey, to: Destinations, io: Io): Promise<void> {
  for (const { path } of to.files) await writeWhole(path, surveyPieces(survey));
  await print(io, surveyPieces(survey));
}

/** Checked before the first packet. */
export function refuseOtherFormats({ stdout, files }: Destinations): void {
  const other = [stdout, ...files.map(({ format }) => format)].find((format) => format !== 'json');
  if (other) throw new UsageError(`format "${other}": a survey is written as json; evaluate it for the rest`);
}
