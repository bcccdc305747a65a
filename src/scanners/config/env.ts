import { linesOf } from './lines.js';
import type { Setting, Settings } from './settings.js';

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=(.*)$/;
const MAX_JOINED = 200;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Reads a `.env` or an environment file: the last assignment of a name wins, other lines are left out. */
export function parseEnv(text: string, file: string): Settings {
  const settings = new Map<string, Setting>();
  const lines = linesOf(text, file);
  for (let index = 0; index < lines.length; index++) {
    const { text: line, place } = lines[index]!;
    const [, key, rest] = ASSIGNMENT.exec(line) ?? [];
    if (key === undefined || rest === undefined) continue;
    let raw = rest.trimStart();
    // A quoted value may go over lines, a bare one goes on after a backslash.
    for (let more = 0; more < MAX_JOINED && index + 1 < lines.length && goesOn(raw); more++)
      raw = `${raw.replace(/\\$/, '')}\n${lines[++index]!.text}`;
    settings.set(key, { value: valueOf(raw), place });
  }
  return settings;
}

const goesOn = (raw: string): boolean => isOpen(raw) || /^[^'"].*\\$/.test(raw);

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
