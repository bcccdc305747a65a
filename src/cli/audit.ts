import { evaluate } from '../evaluate.js';
import type { Flags } from './flags.js';
import type { Io } from './io.js';
import { deliver } from './deliver.js';
import { look } from './look.js';
import { destinationsOf } from './output.js';
import { judgementOf, settle } from './settings.js';

/** `porosity audit <target…>`: look, judge, report. Resolves with the exit code. */
export async function audit(words: readonly string[], given: Flags, io: Io): Promise<number> {
  const { flags, policy } = await settle(given);
  const to = destinationsOf(flags, io);
  const judgement = await judgementOf(flags, policy);
  const survey = await look(words, flags, io);
  if (!survey) return 0;
  const report = await evaluate(survey, judgement);
  return deliver(report, to, flags, policy, io);
}
