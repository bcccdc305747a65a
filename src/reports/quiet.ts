import type { ReportedTarget } from '../model.js';
import { printable } from './printable.js';
import { count, nameOf } from './words.js';

/** A sentence about hosts with nothing to show. `missing` could not be looked at, although it was named. */
export interface Quiet {
  readonly kind: 'missing' | 'shut' | 'silent';
  readonly text: string;
}

/** Who could not be asked, who had nothing open, and how many addresses of a block were silent. */
export function quietSentences(targets: readonly ReportedTarget[]): Quiet[] {
  const isSilent = ({ state }: ReportedTarget): boolean => state === 'down' || state === 'unresolved';
  const missing = targets.filter((target) => isSilent(target) && !target.fromBlock);
  const files = targets.filter((target) => !isSilent(target) && target.address === '');
  const shut = targets.filter((target) => !isSilent(target) && target.address !== '');
  const silent = targets.filter((target) => isSilent(target) && target.fromBlock);
  const names = (list: readonly ReportedTarget[]): string => joinRanges(list.map(({ name }) => printable(name)));
  return [
    ...missing.map((target): Quiet => ({ kind: 'missing', text: `${nameOf(target)} is ${target.state}: ${target.because}` })),
    ...(shut.length > 0
      ? [{ kind: 'shut', text: `${count(shut.length, 'host has', 'hosts have')} nothing open: ${names(shut)}` } as const]
      : []),
    ...(files.length > 0 ? [{ kind: 'shut', text: `Nothing to report in the files of ${names(files)}` } as const] : []),
    ...(silent.length > 0
      ? [{ kind: 'silent', text: `${count(silent.length, 'address', 'addresses')} gave no answer: ${names(silent)}` } as const]
      : []),
  ];
}

const MAX_NAMES = 20;

/** `10.0.0.1, 10.0.0.2, 10.0.0.3, nas` → `10.0.0.1-3, nas`. */
export function joinRanges(names: readonly string[]): string {
  const runs: { prefix: string; from: number; to: number; text: string }[] = [];
  for (const name of names) {
    const [, prefix = name, last = 'NaN'] = /^(\d+\.\d+\.\d+\.)(\d+)$/.exec(name) ?? [];
    const run = runs.at(-1);
    if (run && run.prefix === prefix && run.to + 1 === Number(last)) run.to++;
    else runs.push({ prefix, from: Number(last), to: Number(last), text: name });
  }
  const texts = runs.map(({ from, to, text }) => (to > from ? `${text}-${to}` : text));
  return texts.length > MAX_NAMES ? `${texts.slice(0, MAX_NAMES).join(', ')} and ${texts.length - MAX_NAMES} more` : texts.join(', ');
}
