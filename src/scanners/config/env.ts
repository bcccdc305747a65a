import type { Place } from '../../model.js';
import type { Setting, Settings } from './settings.js';

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=(.*)$/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Reads a `.env` or an environment file: the last assignment of a name wins, other lines are left out. */
export function parseEnv(text: string, file: string): Settings {
  const settings = new Map<string, Setting>();
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const [, key, rest] = ASSIGNMENT.exec(lines[index]!) ?? [];
    if (key === undefined || rest === undefined) continue;
    const place: Place = { file, line: index + 1 };
    let raw = rest.trimStart();
    // A quoted value may go over lines, a bare one goes on after a backslash.
    while (index + 1 < lines.length && (isOpen(raw) || /^[^'"].*\\$/.test(raw))) raw = `${raw.replace(/\\$/, '')}\n${lines[++index]}`;
    settings.set(key, { value: valueOf(raw), place });
  }
  return settings;
}

const CLOSED = { '"': /^"(?:[^"\\]|\\[^])*"/, "'": /^'[^']*'/ } as const;

function isOpen(raw: string): boolean {
  const quote = raw[0];
  return (quote === '"' || quote === "'") && !CLOSED[quote].test(raw);
}

function valueOf(raw: string): string {
  const double = /^"((?:[^"\\]|\\[^])*)"/.exec(raw)?.[1];
  if (double !== undefined) return double.replace(/\\([^])/g, (_whole, escaped: string) => ESCAPES[escaped] ?? escaped);
  const single = /^'([^']*)'/.exec(raw)?.[1];
  return single ?? raw.replace(/(?:^|\s)#.*$/, '').trim();
}
