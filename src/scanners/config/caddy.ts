import { ProbeError } from '../../errors.js';
import type { Place } from '../../model.js';
import { linesOf } from './lines.js';
import { collect, type Found, oncePerFolder } from './unread.js';

/** One site of a Caddyfile. */
export interface CaddySite {
  readonly place: Place;
  readonly addresses: readonly string[];
  /** Caddy gets certificates by itself, except for `http://`, port 80, and with `auto_https off`. */
  readonly tls: boolean;
  readonly proxies: readonly {
    /** The matcher or the path of the `handle` around it; empty for everything. */
    readonly path: string;
    readonly upstreams: readonly string[];
    /** `header_up` without its name's sign; the value is empty where the header is taken away. Names in lower case. */
    readonly headers: ReadonlyMap<string, { readonly value: string; readonly place: Place }>;
    readonly place: Place;
  }[];
  /** Whether `basic_auth` or `forward_auth` stands in it. */
  readonly login: boolean;
}

interface Block {
  readonly words: readonly string[];
  readonly place: Place;
  readonly block: readonly Block[];
}

const MAX_DEPTH = 20;
const LOGINS = new Set(['basic_auth', 'basicauth', 'forward_auth']);

/** Every site of every Caddyfile in a folder; snippets (`import name`) are filled in. */
export const readCaddy = oncePerFolder((folder): Promise<Found<CaddySite>> =>
  collect(
    folder.files.filter(({ path }) => /(?:^|\/)(?:Caddyfile[^/]*|[^/]+\.caddy(?:file)?)$/.test(path)),
    async (file) => sitesIn(parseCaddy(await file.text(), file.path)),
  ),
);

/** Lines of words; a brace at the end of a line opens a block. Forgiving where a file is cut. */
function parseCaddy(text: string, file: string): readonly Block[] {
  const root: Block[] = [];
  const stack: Block[][] = [root];
  for (const { text: line, place } of linesOf(text, file)) {
    const words = wordsOf(line);
    if (words[0] === '}') stack.splice(Math.max(1, stack.length - 1));
    if (words.length === 0 || words[0] === '}') continue;
    const block: Block[] = [];
    const opens = words.at(-1) === '{';
    stack.at(-1)!.push({ words: opens ? words.slice(0, -1) : words, place, block });
    if (opens) stack.push(block);
    if (stack.length > MAX_DEPTH) throw new ProbeError('limit', `${file}: nested too deep`);
  }
  return root;
}

function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|\S+/g)) {
    if (word.startsWith('#')) break;
    words.push(word.replace(/^(["`])(.*)\1$/, '$2'));
  }
  return words;
}

function sitesIn(lines: readonly Block[]): readonly CaddySite[] {
  const snippets = new Map(
    lines.flatMap(({ words, block }) => (/^\(.+\)$/.test(words[0] ?? '') ? [[words[0]!.slice(1, -1), block] as const] : [])),
  );
  const options = lines.find(({ words, block }) => words.length === 0 && block.length > 0)?.block ?? [];
  const automatic = !options.some(({ words }) => words[0] === 'auto_https' && words[1] === 'off');
  // Without braces the whole file is one site, its address alone on the first line.
  const [first] = lines;
  const bare = lines.length > 1 && first && first.block.length === 0 && lines.every(({ words }) => !/^\(/.test(words[0] ?? ''));
  const sites = bare
    ? [{ ...first, block: lines.slice(1) }]
    : lines.filter(({ words, block }) => words.length > 0 && block.length > 0 && !/^\(/.test(words[0]!));
  return sites.map(({ words, place, block }) => {
    const addresses = words
      .join(' ')
      .split(/[\s,]+/)
      .filter(Boolean);
    const filled = fill(block, snippets, 0);
    return {
      place,
      addresses,
      tls:
        (automatic && addresses.some((address) => !/^http:\/\//.test(address) && !/:80$/.test(address) && !/^:\d+$/.test(address))) ||
        filled.some(({ words: [name] }) => name === 'tls'),
      proxies: proxiesIn(filled, ''),
      login: someLine(filled, ({ words: [name] }) => LOGINS.has(name ?? '')),
    };
  });
}

/** Snippets may import snippets, not themselves. */
function fill(block: readonly Block[], snippets: ReadonlyMap<string, readonly Block[]>, depth: number): readonly Block[] {
  if (depth > MAX_DEPTH) return [];
  return block.flatMap((line) => {
    const snippet = line.words[0] === 'import' ? snippets.get(line.words[1] ?? '') : undefined;
    return snippet ? fill(snippet, snippets, depth + MAX_DEPTH / 2) : [{ ...line, block: fill(line.block, snippets, depth + 1) }];
  });
}

function proxiesIn(block: readonly Block[], path: string): CaddySite['proxies'] {
  return block.flatMap(({ words: [name, ...args], place, block: inner }) => {
    if (name !== 'reverse_proxy') return proxiesIn(inner, args[0] ?? path);
    const matcher = /^[/*@]/.test(args[0] ?? '') ? args[0]! : undefined;
    const upstreams = [
      ...(matcher === undefined ? args : args.slice(1)),
      ...inner.filter(({ words }) => words[0] === 'to').flatMap(({ words }) => words.slice(1)),
    ];
    const headers = inner
      .filter(({ words }) => words[0] === 'header_up')
      .map(
        ({ words: [, header = '', ...value], place: at }) =>
          [header.replace(/^[-+?>]/, '').toLowerCase(), { value: header.startsWith('-') ? '' : value.join(' '), place: at }] as const,
      );
    return [{ path: matcher ?? path, upstreams, headers: new Map(headers), place }];
  });
}

const someLine = (block: readonly Block[], holds: (line: Block) => boolean): boolean =>
  block.some((line) => holds(line) || someLine(line.block, holds));
