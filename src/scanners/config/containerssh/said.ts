import type { Place } from '../../../model.js';
import { at, itemsOf, textOf, type YamlNode } from '../yaml.js';

const MAX_CHARS = 200;
const MAX_ITEMS = 50;

interface Said<T> {
  readonly value: T | null;
  readonly place?: Place;
  readonly unresolved?: string;
}

/** A text as it is written; a collection in its place is what the product refuses. */
export function textSaid(root: YamlNode, ...path: readonly string[]): Said<string> {
  const node = at(root, ...path);
  if (node === undefined || node.value === null) return { value: null };
  const text = textOf(node);
  if (text === undefined) return { value: null, place: node.place, unresolved: 'it is no text' };
  return { value: text.slice(0, MAX_CHARS), place: node.place };
}

export function booleanSaid(root: YamlNode, ...path: readonly string[]): Said<boolean> {
  const said = textSaid(root, ...path);
  if (said.value === null) return { ...said, value: null };
  if (said.value === 'true' || said.value === 'false') return { ...said, value: said.value === 'true' };
  return { ...said, value: null, unresolved: 'it is neither true nor false' };
}

export function numberSaid(root: YamlNode, ...path: readonly string[]): Said<number> {
  const said = textSaid(root, ...path);
  if (said.value === null) return { ...said, value: null };
  const number = Number(said.value);
  if (said.value.trim() === '' || !Number.isInteger(number)) return { ...said, value: null, unresolved: 'it is no whole number' };
  return { ...said, value: number };
}

/** A YAML list, or one string with colons as upstream allows for ciphers. */
export function listSaid(root: YamlNode, ...path: readonly string[]): Said<string[]> {
  const node = at(root, ...path);
  if (node === undefined || node.value === null) return { value: null };
  if (node.value instanceof Map) return { value: null, place: node.place, unresolved: 'it is no list' };
  const names = itemsOf(node).flatMap((item) => (textOf(item) ?? '').split(':'));
  return {
    value: names
      .filter(Boolean)
      .slice(0, MAX_ITEMS)
      .map((name) => name.slice(0, MAX_CHARS)),
    place: node.place,
  };
}

/** True where a key holds anything: a path or a certificate. */
export const isSet = (root: YamlNode | undefined, key: string): boolean => (textOf(at(root, key)) ?? '') !== '';

/** `unix:` is a file, and these names never leave the machine. */
export const isLoopbackHost = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
