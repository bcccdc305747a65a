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
