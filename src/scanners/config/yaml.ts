import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Scalar as ScalarNode } from 'yaml';
import type { Place } from '../../model.js';
import { ProbeError } from '../../errors.js';
import { type Dialect, resolvePlain, type Scalar } from './yaml-scalars.js';

export type { Dialect, Scalar };

/** A value with the line it stands on. In a mapping that is the line of the key, in a list the line of the item. */
export interface YamlNode {
  readonly place: Place;
  readonly value: Scalar | readonly YamlNode[] | ReadonlyMap<string, YamlNode>;
  /** An application's own tag (`!secret`); the value is then what stands behind it. */
  readonly tag?: string;
  /** Where an application took the value from, when not from this line. */
  readonly via?: 'secret' | 'env';
  /** Why the value cannot be known; it is null then. */
  readonly unresolved?: string;
}

/** Far above any real configuration; aliases count as often as they are used, so a bomb ends here. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 60;
/** So many openers of nested collections in one row, seen before parsing: the parser is recursive. */
const NESTED_TOO_DEEP = new RegExp(`(?:(?:[[{]|[-?](?=[ \\t]))[ \\t]*){${MAX_DEPTH}}`);
/** The parser computes with the width of an indentation. */
const INDENTED_TOO_FAR = /^[ ]{500}/m;

/** Parses one document; rejects broken, bomb-like and too deep ones with a ProbeError that names the line. */
export function parseYaml(text: string, file: string, dialect: Dialect = 'yaml-1.1'): YamlNode {
  if (NESTED_TOO_DEEP.test(text) || INDENTED_TOO_FAR.test(text)) throw new ProbeError('limit', `${file}: nested too deep`);
  const lines = new LineCounter();
  // No schema of the library: its YAML 1.1 differs from the one that Python and Home Assistant read.
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
  });
  const [error] = document.errors;
  // By its code: the message may quote the text, and with it a password.
  if (error)
    throw new ProbeError(
      'protocol',
      `${file}:${lines.linePos(error.pos[0]).line}: not YAML (${error.code.toLowerCase().replaceAll('_', ' ')})`,
    );
  const place = (offset: number | undefined): Place => ({ file, ...(offset === undefined ? {} : { line: lines.linePos(offset).line }) });
  const builder = new Builder(document, dialect, place);
  return document.contents === null ? { place: { file }, value: null } : builder.build(document.contents, place(0), 0);
}

class Builder {
  private nodes = 0;
  private readonly anchors = new Map<string, { readonly node: YamlNode; readonly size: number }>();

  constructor(
    private readonly document: Document,
    private readonly dialect: Dialect,
    private readonly place: (offset: number | undefined) => Place,
  ) {}

  build(node: unknown, place: Place, depth: number): YamlNode {
    if (depth > MAX_DEPTH) throw new ProbeError('limit', `${place.file}: nested too deep`);
    this.count(1, place);
    if (isAlias(node)) return this.alias(node.source, place);
    const before = this.nodes;
    const built = this.content(node, place, depth);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor) this.anchors.set(anchor, { node: built, size: this.nodes - before + 1 });
    return built;
  }

  private content(node: unknown, place: Place, depth: number): YamlNode {
    if (isMap(node)) return { place, value: this.map(node.items, place, depth), ...tagOf(node) };
    if (isSeq(node)) {
      return { place, value: node.items.map((item) => this.build(item, this.placeOf(item, place), depth + 1)), ...tagOf(node) };
    }
    if (isScalar(node)) return { place, value: this.scalar(node), ...tagOf(node) };
    return { place, value: null };
  }

  /** The last of two equal keys wins, a merged key (`<<`) never beats a written one. */
  private map(items: readonly unknown[], outer: Place, depth: number): ReadonlyMap<string, YamlNode> {
    const written = new Map<string, YamlNode>();
    const merged = new Map<string, YamlNode>();
    for (const item of items) {
      if (!isPair(item)) continue;
      const place = this.placeOf(item.key, outer);
      const key = isScalar(item.key) ? String(item.key.value ?? '') : '';
      const value = this.build(item.value, place, depth + 1);
      if (key === '<<') this.merge(value, merged, place);
      else written.set(key, value);
    }
    return merged.size === 0 ? written : new Map([...merged, ...written]);
  }

  private merge(source: YamlNode, into: Map<string, YamlNode>, place: Place): void {
    for (const one of Array.isArray(source.value) ? (source.value as readonly YamlNode[]) : [source]) {
      for (const [key, value] of entriesOf(one)) {
        this.count(1, place);
        if (!into.has(key)) into.set(key, value);
      }
    }
  }

  private alias(name: string, place: Place): YamlNode {
    const known = this.anchors.get(name);
    if (!known) throw new ProbeError('protocol', `${place.file}:${place.line}: alias of nothing before it`);
    this.count(known.size, place);
    return known.node;
  }

  private scalar(node: ScalarNode): Scalar {
    const text = typeof node.value === 'string' ? node.value : node.value === null || node.value === undefined ? '' : String(node.value);
    if (node.type !== 'PLAIN' || node.tag === 'tag:yaml.org,2002:str' || ownTag(node.tag)) return text;
    return resolvePlain(text, this.dialect);
  }

  private placeOf(node: unknown, otherwise: Place): Place {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    return range ? this.place(range[0]) : otherwise;
  }

  private count(more: number, place: Place): void {
    this.nodes += more;
    if (this.nodes > MAX_NODES) throw new ProbeError('limit', `${place.file}: more than ${MAX_NODES} values, aliases counted`);
  }
}

const ownTag = (tag: string | undefined): boolean => tag !== undefined && tag.startsWith('!') && tag !== '!';
const tagOf = (node: { readonly tag?: string }): { readonly tag?: string } => (ownTag(node.tag) ? { tag: node.tag! } : {});

/** The value under a path of keys, where every step is a mapping that has the key. */
export function at(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let here = node;
  for (const key of keys) here = here?.value instanceof Map ? (here.value as ReadonlyMap<string, YamlNode>).get(key) : undefined;
  return here;
}

/** Keys and values of a mapping; nothing for anything else. */
export function entriesOf(node: YamlNode | undefined): readonly (readonly [string, YamlNode])[] {
  return node?.value instanceof Map ? [...(node.value as ReadonlyMap<string, YamlNode>)] : [];
}

/** The items of a list; a single value counts as a list of one, nothing as an empty list. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || node.value === null) return [];
  return Array.isArray(node.value) ? (node.value as readonly YamlNode[]) : [node];
}

const MAX_ITEMS = 500;

/** As `itemsOf`, for lists that become facts: rejects those that nobody wrote by hand. */
export function boundedItemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  const items = itemsOf(node);
  if (items.length > MAX_ITEMS) throw new ProbeError('limit', `${node!.place.file}:${node!.place.line}: more than ${MAX_ITEMS} items`);
  return items;
}

/** The scalar as text, undefined for collections and for what is not there. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node === undefined || node.value === null || typeof node.value === 'object' ? undefined : String(node.value);
}
