import { EXIT } from '../exit.js';
import type { Flags } from './flags.js';
import type { Io } from './io.js';
import { judge, prepare } from './judge.js';
import { look } from './look.js';

/** `porosity audit <target…>`: look, judge, report. Resolves with the exit code. */
export async function audit(words: readonly string[], given: Flags, io: Io): Promise<number> {
  const prepared = await prepare(given, io);
  const { flags, publishing } = prepared;
  if (flags.unpublish && publishing) {
    const { takeAway } = await import('./publishing.js');
    await takeAway(publishing, words, flags, io);
    return EXIT.fine;
  }
  const survey = await look(words, flags, io);
  return survey ? judge(survey, words, prepared, io) : EXIT.fine;
}
