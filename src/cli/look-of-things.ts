import type { Flags } from './flags.js';
import type { Io } from './io.js';

/** https://no-color.org and https://force-color.org: both change how things look, never what they say. */
export function wantsColor(flags: Flags, { env, stdout }: Pick<Io, 'env' | 'stdout'>): boolean {
  if (flags.noColor || env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return Boolean(stdout.isTTY) && env.TERM !== 'dumb';
}
