import type { z } from 'zod';
import { suggestion } from '../spelling.js';

type Issue = z.core.$ZodIssue;

export interface Complaint {
  readonly path: readonly (string | number)[];
  /** The key at `path` that is wrong itself, where it is not the value. */
  readonly key?: string;
  readonly text: string;
}

/** An issue of zod in the words of somebody who edits a file. `keysAt` gives the keys that are right at a path. */
export function complaintOf(issue: Issue, root: unknown, keysAt: (path: readonly (string | number)[]) => readonly string[]): Complaint {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return { path, key, text: `unknown key ${shown(key)}${suggestion(key, keysAt(path))}` };
  }
  const value = valueAt(root, path);
  if (value === undefined && path.length > 0) return { path: path.slice(0, -1), text: `${nameOf(path)} is missing` };
  return { path, text: `${nameOf(path) || 'the file'} ${wordsFor(issue, value)}` };
}

function wordsFor(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}, not ${shown(value)}`;
    case 'invalid_value':
      return `is ${shown(value)}: must be one of ${issue.values.join(', ')}${suggestion(String(value), issue.values.map(String))}`;
    case 'invalid_union': {
      const choices = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
      if (choices.length > 0) return `is ${shown(value)}: must be one of ${choices.join(', ')}${suggestion(String(value), choices)}`;
      const kinds = issue.errors
        .flat()
        .flatMap((inner) => (inner.code === 'invalid_type' ? [KINDS[inner.expected] ?? inner.expected] : []));
      return kinds.length > 0 && issue.message === 'Invalid input'
        ? `must be ${[...new Set(kinds)].join(' or ')}, not ${shown(value)}`
        : issue.message;
    }
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

/** `waivers[0].reason` */
function nameOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${step}` : step), '');
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

const MAX_SHOWN = 80;

/** A value as an error shows it: in quotes, and not at any length. */
export function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = String(value);
  return `"${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}"`;
}
