import { isAlias, isMap, isPair, isScalar, isSeq, Lexer, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { UsageError } from '../errors.js';
import { shown } from './issue.js';

/** A step into a map or list. */
export type Step = string | number;

export interface YamlFile {
  /** Plain data; maps have no prototype. */
  readonly value: unknown;
  /** `file:line:column` of what stands at a path, or of the key `key` there; of the nearest parent where nothing does. */
  readonly placeOf: (path: readonly Step[], key?: string) => string;
}

/** Nobody nests a policy deeper than four levels; the parser recurses. */
const MAX_DEPTH = 16;
const MAX_INDENT = 128;

/** Reads YAML 1.2 as data: no aliases, anchors, tags or second documents, each key once. Linear in the length of the text. */
export function readYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  refuseDepth(text, file);
  // The duplicate check of the package is quadratic: `plain` does it in one pass.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new UsageError(`${at(problem.pos[0])}: ${problem.message.split(/[\n;]/)[0]}`);
  const root = document.contents;
  return {
    value: plain(root, at),
    placeOf: (path, key) => at(offsetOf(root, path, key)),
  };
}

function refuseDepth(text: string, file: string): void {
  let offset = 0;
  let open = 0;
  let indicators = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') open++;
    else if (token === ']' || token === '}') open--;
    else if (token === '-' || token === '?') indicators++;
    else if (token.startsWith('\n') || token.startsWith('\r')) indicators = 0;
    const indented = token.length > MAX_INDENT && token.trim() === '' && !/[\r\n]/.test(token);
    if (open > MAX_DEPTH || indicators > MAX_DEPTH || indented) {
      const line = text.slice(0, offset).split('\n').length;
      throw new UsageError(`${file}:${line}: nested too deeply`);
    }
    offset += token.length;
  }
}

function plain(node: unknown, at: (offset: number) => string): unknown {
  if (node === null || node === undefined) return null;
  if (isAlias(node)) throw new UsageError(`${at(startOf(node))}: aliases are not allowed; write the value out`);
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) throw new UsageError('YAML: a node of an unknown kind');
  if (node.anchor) throw new UsageError(`${at(startOf(node))}: anchors are not allowed`);
  if (node.tag) throw new UsageError(`${at(startOf(node))}: tags are not allowed`);
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => plain(item, at));
  const result = Object.create(null) as Record<string, unknown>;
  for (const pair of node.items) {
    const key = keyOf(pair);
    const offset = startOf(pair.key as Node);
    if (key === undefined) throw new UsageError(`${at(offset)}: a key must be a plain word`);
    if (Object.hasOwn(result, key)) throw new UsageError(`${at(offset)}: ${shown(key)} stands here twice`);
    result[key] = plain(pair.value, at);
  }
  return result;
}

function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) && !key.anchor && !key.tag && key.value !== null ? String(key.value) : undefined;
}

const startOf = (node: Node | null | undefined) => node?.range?.[0] ?? 0;

function offsetOf(root: Node | null, path: readonly Step[], key?: string): number {
  let node: unknown = root;
  let offset = startOf(root);
  for (const step of key === undefined ? path : [...path, key]) {
    const child: unknown = isMap(node)
      ? node.items.find((pair) => keyOf(pair) === step)
      : isSeq(node)
        ? node.items[Number(step)]
        : undefined;
    if (child === undefined) break;
    node = isPair(child) ? child.value : child;
    // A key without a value has no place of its own.
    const place = isPair(child) && (key !== undefined || !startOf(node as Node)) ? child.key : node;
    offset = startOf(place as Node) || offset;
  }
  return offset;
}
