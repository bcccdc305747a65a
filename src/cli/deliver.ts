import { appendFile } from 'node:fs/promises';
import { EXIT } from '../exit.js';
import { writeWhole } from '../files.js';
import type { Policy, Report } from '../model.js';
import { type RenderOptions, render, renderPieces } from '../reports/index.js';
import { printable } from '../reports/printable.js';
import type { Flags } from './flags.js';
import { type Io, print, say } from './io.js';
import { wantsColor } from './look-of-things.js';
import type { Destinations } from './output.js';

/** Writes every file and standard output, whatever becomes of one of them. The exit code: 2 where a file could not be written. */
export async function deliver(report: Report, to: Destinations, flags: Flags, policy: Policy | undefined, io: Io): Promise<number> {
  const options = await renderOptions(flags, policy, io);
  const written = [
    ...to.files.map(({ path, format }) => async () => {
      await writeWhole(path, await renderPieces(report, format, { ...options, color: false, columns: 80 }));
    }),
    ...(io.env.GITHUB_ACTIONS ? [() => tellGitHub(report, options, io)] : []),
  ];
  let failed = false;
  for (const write of written) {
    try {
      await write();
    } catch (error) {
      failed = true;
      say(io, `porosity: ${printable(error instanceof Error ? error.message : String(error))}`);
    }
  }
  for (const { text, kind } of report.notes) if (kind === 'warning' && !flags.quiet) say(io, `porosity: ${printable(text)}`);
  const exitCode = await show(report, to, flags, options, io);
  return failed ? EXIT.usage : exitCode;
}

/** Standard output: the report, nagios' one line, or nothing where nothing changed. */
async function show(report: Report, to: Destinations, flags: Flags, options: RenderOptions, io: Io): Promise<number> {
  if (flags.exitStyle === 'nagios') {
    const { nagios } = await import('../reports/nagios.js');
    const { line, exitCode } = nagios(report);
    await print(io, [`${line}\n`]);
    return exitCode;
  }
  await print(io, await renderPieces(report, to.stdout, options));
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
