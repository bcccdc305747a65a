import { EXIT } from '../exit.js';
import { writeWhole } from '../files.js';
import type { Policy, Report } from '../model.js';
import { printable } from '../reports/printable.js';
import { type RenderOptions, renderPieces } from '../reports/index.js';
import type { Flags } from './flags.js';
import { type Io, print, say } from './io.js';
import type { Destinations } from './output.js';

/** Writes every file and standard output, whatever becomes of one of them. The exit code: 2 where a file could not be written. */
export async function deliver(report: Report, to: Destinations, flags: Flags, policy: Policy | undefined, io: Io): Promise<number> {
  const options = await renderOptions(flags, policy, io);
  let exitCode = report.gate.exitCode;
  for (const { path, format } of to.files) {
    try {
      await writeWhole(path, await renderPieces(report, format, { ...options, color: false, columns: 80 }));
    } catch (error) {
      say(io, `porosity: ${printable(error instanceof Error ? error.message : String(error))}`);
      exitCode = EXIT.usage;
    }
  }
  await print(io, await renderPieces(report, to.stdout, options));
  return exitCode;
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

/** https://no-color.org and https://force-color.org: both change how things look, never what they say. */
function wantsColor(flags: Flags, { env, stdout }: Io): boolean {
  if (flags.noColor || env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return Boolean(stdout.isTTY) && env.TERM !== 'dumb';
}
