import { appendFile } from 'node:fs/promises';
import { EXIT } from '../exit.js';
import { writeWhole } from '../files.js';
import type { Note, Policy, Report } from '../model.js';
import { type RenderOptions, render, renderPieces } from '../reports/index.js';
import type { Flags } from './flags.js';
import { type Io, print, say } from './io.js';
import { wantsColor } from './look-of-things.js';
import type { Destinations } from './output.js';

/** Where a report goes besides standard output, and what is said there. */
export interface Delivery {
  readonly to: Destinations;
  readonly flags: Flags;
  readonly policy?: Policy;
  /** Set where nothing changed since, and nothing is to be said about it. */
  readonly silentSince?: Report;
  /** Whoever else wants the report; what they have to say goes to standard error. */
  readonly also?: readonly (() => Promise<readonly Note[] | void>)[];
}

/** Writes every file and standard output, whatever becomes of one of them. The exit code: 2 where something could not be written. */
export async function deliver(report: Report, delivery: Delivery, io: Io): Promise<number> {
  const { to, flags, policy, silentSince, also = [] } = delivery;
  const options = await renderOptions(flags, policy, io);
  const written = [
    ...to.files.map(({ path, format }) => async () => {
      await writeWhole(path, await renderPieces(report, format, { ...options, color: false, columns: 80 }));
    }),
    ...(io.env.GITHUB_ACTIONS ? [() => tellGitHub(report, options, io)] : []),
    ...also,
  ];
  const notes: Note[] = [...newNotes(report, silentSince)];
  let failed = false;
  for (const write of written) {
    try {
      notes.push(...((await write()) ?? []));
    } catch (error) {
      failed = true;
      say(io, `porosity: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const { text, kind } of notes) if (kind === 'warning' && !flags.quiet) say(io, `porosity: ${text}`);
  const exitCode = await show(report, delivery, options, io);
  return failed ? EXIT.usage : exitCode;
}

/** Where nothing changed, only what the last run did not say already. */
function newNotes({ notes }: Report, since: Report | undefined): readonly Note[] {
  const said = new Set(since?.notes.map(({ text, target }) => `${target} ${text}`));
  return notes.filter(({ text, target }) => !said.has(`${target} ${text}`));
}

/** Standard output: the report, nagios' one line, or nothing where nothing changed. */
async function show(report: Report, { to, flags, silentSince }: Delivery, options: RenderOptions, io: Io): Promise<number> {
  if (flags.exitStyle === 'nagios') {
    const { nagios } = await import('../reports/nagios.js');
    const { line, exitCode } = nagios(report);
    await print(io, [`${line}\n`]);
    return exitCode;
  }
  if (!silentSince) await print(io, await renderPieces(report, to.stdout, options));
  return report.gate.exitCode;
}

/** Annotations beside the run (the runner reads them from standard error, too) and the job summary. */
async function tellGitHub(report: Report, options: RenderOptions, io: Io): Promise<void> {
  const { annotations } = await import('../reports/github.js');
  for (const line of annotations(report)) say(io, line);
  const summary = io.env.GITHUB_STEP_SUMMARY;
  if (summary) await appendFile(summary, await render(report, 'markdown', options));
}

async function renderOptions(flags: Flags, policy: Policy | undefined, io: Io): Promise<RenderOptions> {
  const { loadChecks } = await import('../checks/index.js');
  return {
    color: wantsColor(flags, io),
    columns: io.stdout.columns ?? 80,
    minSeverity: flags.minSeverity,
    checks: await loadChecks(),
    policyFile: policy?.file,
  };
}
