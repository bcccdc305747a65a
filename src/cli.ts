import { Command, CommanderError } from 'commander';
import { type Flags, flagsOf, JUDGING, LOOKING, TELLING, withFlags, WORKING } from './cli/flags.js';
import { type Io, say } from './cli/io.js';
import { UsageError } from './errors.js';
import { EXIT } from './exit.js';
import { toolVersion } from './version.js';

/** Runs one command line; resolves with the exit code. The only room that reads flags and prints. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.fine;
  const program = build(io, (code) => (exitCode = code));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, argv, io);
  }
}

function explain(error: unknown, argv: readonly string[], io: Io): number {
  // Help and version are errors to commander, and it has printed them already.
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
  if (error instanceof CommanderError) say(io, `porosity: ${error.message.replace(/^error: /, '')} (see porosity --help)`);
  else if (error instanceof UsageError) say(io, `porosity: ${error.message}`);
  else {
    const message = error instanceof Error ? error.message : String(error);
    say(io, `porosity: a defect of porosity itself: ${message}${argv.includes('--debug') ? '' : ' (--debug shows where)'}`);
    if (argv.includes('--debug') && error instanceof Error) for (const line of (error.stack ?? '').split('\n')) say(io, line);
    return EXIT.defect;
  }
  return EXIT.usage;
}

function build(io: Io, done: (exitCode: number) => void): Command {
  const program = new Command('porosity')
    .description('What is open on your hosts, what stands behind it, what is wrong with it, and the line to change.')
    .version(toolVersion(), '-V, --version')
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => {} })
    .configureHelp({ sortSubcommands: false })
    .exitOverride();

  // Each command's work is loaded when it is called.
  const command = (name: string, words: string, description: string, groups: readonly Parameters<typeof withFlags>[1][], work: Work) => {
    const built = withFlags(program.command(`${name} ${words}`, { isDefault: name === 'audit' }).description(description), ...groups);
    built.exitOverride().configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => {} });
    built.action(async (...args: unknown[]) => {
      const operands = args
        .slice(0, -2)
        .flat()
        .filter((word) => word !== undefined) as string[];
      done(await work(operands, flagsOf(built), io));
    });
    return built;
  };

  command('audit', '[targets...]', 'sweep, identify, gather, check, report (the default)', [LOOKING, TELLING, JUDGING], async (...call) =>
    (await import('./cli/audit.js')).audit(...call),
  );
  command(
    'survey',
    '[targets...]',
    'look only: writes what was seen as JSON and judges nothing',
    [LOOKING, TELLING, ['allowIncomplete', 'policy']],
    async (...call) => (await import('./cli/survey.js')).surveyOnly(...call),
  );
  command('evaluate', '<surveys...>', 'judge recorded surveys, without a network', [TELLING, JUDGING], async (...call) =>
    (await import('./cli/stored.js')).evaluateStored(...call),
  );
  command('report', '<report>', 'render a stored report in any format', [TELLING], async ([path], ...rest) =>
    (await import('./cli/stored.js')).renderStored(path!, ...rest),
  );
  command('config', '<paths...>', 'audit configuration files alone, without a network', [TELLING, JUDGING], async (...call) =>
    (await import('./cli/config.js')).auditFiles(...call),
  );
  command(
    'merge',
    '<surveys...>',
    'join shards of one audit, or several vantages on the same hosts, into one survey',
    [TELLING],
    async (...call) => (await import('./cli/stored.js')).mergeStored(...call),
  );
  command(
    'diff',
    '<old> <new>',
    'what is new, changed or resolved between two reports, and what could not be compared',
    [['format']],
    async (...call) => (await import('./cli/diff.js')).showDiff(...call),
  );
  command('init', '[file]', 'write a porosity.yaml that explains itself', [['from']], async ([path], ...rest) =>
    (await import('./cli/init.js')).writePolicy(path, ...rest),
  );
  command('worker', '', 'take shards of audits from a queue and work on them until stopped', [WORKING], async (...call) =>
    (await import('./cli/queue.js')).workOnQueue(...call),
  );
  command('checks', '[id]', 'list the checks, or explain one: why, how it is tested, how to fix it, how to waive it', [], async (...call) =>
    (await import('./cli/checks.js')).showChecks(...call),
  );
  command(
    'demo',
    '',
    'start a Hass.io-like host of 2018 on loopback and audit it: no root, no network',
    [TELLING, ['failOn']],
    async (...call) => (await import('./cli/demo.js')).demo(...call),
  );
  program.addHelpText('after', EXAMPLES);
  return program;
}

const EXAMPLES = `
Examples:
  porosity hassio.lan                        the ports that matter, the verdicts, what to change
  porosity 192.168.0.0/24 -o report.html     a whole network, and a page to read
  porosity hassio.lan -p all --fail-on medium
  porosity audit --help                      every flag of an audit
  porosity checks mqtt/anonymous-access      one check, explained

Exit codes: 0 looked, and fine · 1 findings at or above --fail-on · 2 wrong usage · 3 something could not be looked at · 4 a defect`;

type Work = (words: readonly string[], flags: Flags, io: Io) => Promise<number>;
