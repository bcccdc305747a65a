import type { Progress as SurveyProgress } from '../survey/options.js';
import type { Flags } from './flags.js';
import type { Io } from './io.js';

type Progress = Omit<SurveyProgress, 'phase'> & { readonly phase: SurveyProgress['phase'] | 'shards' };

export interface ProgressBar {
  readonly update: (progress: Progress) => void;
  readonly stop: () => void;
}

const WORDS: Readonly<Record<Progress['phase'], string>> = {
  sweep: 'Sweeping ports',
  look: 'Looking at services',
  shards: 'Waiting for workers',
};

/** Phase, count and remaining time on standard error; silent without a terminal. */
export async function startProgress({ stderr, env }: Io, flags: Flags): Promise<ProgressBar> {
  if (!stderr.isTTY || flags.quiet || flags.noProgress || env.CI) return { update: () => {}, stop: () => {} };
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    stream: stderr,
    format: '{words} {bar} {value}/{total} · {open} open · {eta_formatted} left',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    barCompleteChar: '━',
    barIncompleteChar: '─',
  });
  let phase: Progress['phase'] | undefined;
  return {
    update(progress) {
      if (phase !== progress.phase) {
        if (phase) bar.stop();
        phase = progress.phase;
        bar.start(progress.total, 0, { words: WORDS[phase], open: progress.open });
      }
      bar.setTotal(progress.total);
      bar.update(progress.done, { open: progress.open });
    },
    stop: () => bar.stop(),
  };
}
