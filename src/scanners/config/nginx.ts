import { ProbeError } from '../../errors.js';
import type { Place } from '../../model.js';
import type { ConfigFile, ConfigFolder } from '../scanner.js';
import { Inclusion } from './inclusion.js';
import { filesNamed } from './paths.js';
import { collect, type Found, oncePerFolder } from './unread.js';

/** One directive of nginx with what stands inside its braces. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly place: Place;
  readonly block: readonly Directive[];
}

/** One `server` block, with what it inherits from the `http` block around it. */
export interface NginxServer {
  readonly place: Place;
  readonly names: readonly string[];
  readonly listens: readonly { readonly address: string; readonly port: number; readonly tls: boolean; readonly place: Place }[];
  /** Every location, nested ones included; the server's own `proxy_pass` counts as `/`. */
  readonly locations: readonly NginxLocation[];
  /** The directives that hold for the whole server: its own, else those of `http`. */
  readonly directives: readonly Directive[];
}
export interface NginxLocation {
  readonly path: string;
  readonly place: Place;
  /** The argument of `proxy_pass`, with the upstream's first server in place of its name. */
  readonly proxyPass: string;
  /** `proxy_set_header` as in force: those of the innermost block that has any. Names in lower case. */
  readonly headers: ReadonlyMap<string, { readonly value: string; readonly place: Place }>;
  /** Whether `auth_basic` or `auth_request` is in force. */
  readonly login: boolean;
  readonly directives: readonly Directive[];
}

const MAX_DIRECTIVES = 20_000;
const MAX_DEPTH = 20;
const SHAPE = /^\s*(?:server|http|location|upstream)\b[^;{]*\{/m;
const PLACES = /\.conf$|(?:^|\/)(?:nginx|sites-(?:enabled|available)|conf\.d|templates|servers)\//;

/** Every `server` block in a folder; a file that another one includes is read there. */
export const readNginx = oncePerFolder(async (folder): Promise<Found<NginxServer>> => {
  const included = new Set<string>();
  const files = folder.files.filter(({ path, bytes }) => PLACES.test(path) && bytes > 0);
  const parsed = await collect(files, async (file) => {
    const text = await file.text();
    return SHAPE.test(text) ? [{ file, directives: await new Includer(folder, included).read(file) }] : [];
  });
  const roots = parsed.found.filter(({ file }) => !included.has(file.path) && !isUnused(file, folder));
  return { found: roots.flatMap(({ directives }) => serversIn(directives, [], upstreamsIn(directives))), unread: parsed.unread };
});

/** Debian keeps sites in sites-available and links the used ones. */
const isUnused = ({ path }: ConfigFile, { directories }: ConfigFolder): boolean =>
  /(?:^|\/)sites-available\//.test(path) &&
  directories.has(path.slice(0, path.lastIndexOf('/')).replace(/sites-available$/, 'sites-enabled'));

/** Words, strings, braces and semicolons; forgiving where a file is cut. Rejects too long and too deep ones. */
export function parseNginx(text: string, file: string): readonly Directive[] {
  const root: Directive[] = [];
  const stack: Directive[][] = [root];
  let words: string[] = [];
  let started = 1;
  let line = 1;
  let count = 0;
  for (const [token] of text.matchAll(
    /#[^\n]*|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[{};]|(?:\\[^]|\$\{[^}\s]*\}|[^\s{};"'#\\])[^\s{};]*|\n/g,
  )) {
    const here = line;
    line += token.split('\n').length - 1;
    if (token === '\n' || token.startsWith('#')) continue;
    if (token !== ';' && token !== '{' && token !== '}') {
      if (words.length === 0) started = here;
      words.push(token.replace(/^(["'])([^]*)\1$/, '$2'));
      continue;
    }
    const [name, ...args] = words;
    words = [];
    if (token === '}') {
      if (stack.length > 1) stack.pop();
    } else if (name !== undefined) {
      if (++count > MAX_DIRECTIVES) throw new ProbeError('limit', `${file}: more than ${MAX_DIRECTIVES} directives`);
      const block: Directive[] = [];
      stack.at(-1)!.push({ name, args, place: { file, line: started }, block });
      if (token === '{') stack.push(block);
      if (stack.length > MAX_DEPTH) throw new ProbeError('limit', `${file}: nested too deep`);
    }
  }
  return root;
}

/** Puts what is included where it is included; an `include` of what is not in the folder stays as it stands. */
class Includer {
  private readonly inclusion = new Inclusion();

  constructor(
    private readonly folder: ConfigFolder,
    private readonly included: Set<string>,
  ) {}

  read(file: ConfigFile): Promise<readonly Directive[]> {
    return this.inclusion.enter(file, async () => this.fill(file, parseNginx(await file.text(), file.path)));
  }

  private async fill(file: ConfigFile, directives: readonly Directive[]): Promise<readonly Directive[]> {
    const filled: Directive[] = [];
    for (const directive of directives) {
      const named = directive.name === 'include' ? filesNamed(this.folder, file.path, directive.args[0] ?? '') : [];
      if (named.length === 0) filled.push({ ...directive, block: await this.fill(file, directive.block) });
      for (const one of named) {
        this.included.add(one.path);
        for (const inner of await this.read(one)) filled.push(inner);
      }
    }
    return filled;
  }
}

type Upstreams = ReadonlyMap<string, string>;

function upstreamsIn(directives: readonly Directive[]): Upstreams {
  const found = new Map<string, string>();
  for (const { name, args, block } of directives) {
    const server = block.find((inner) => inner.name === 'server')?.args[0];
    if (name === 'upstream' && args[0] !== undefined && server !== undefined) found.set(args[0], server);
    for (const [key, value] of name === 'http' ? upstreamsIn(block) : []) found.set(key, value);
  }
  return found;
}

function serversIn(directives: readonly Directive[], inherited: readonly Directive[], upstreams: Upstreams): readonly NginxServer[] {
  return directives.flatMap((directive) => {
    if (directive.name === 'http') return serversIn(directive.block, directive.block, upstreams);
    return directive.name === 'server' ? [readServer(directive, inherited, upstreams)] : [];
  });
}

/** A directive of an inner block replaces those of the same name around it, all of them. */
const inForce = (inner: readonly Directive[], outer: readonly Directive[]): readonly Directive[] => {
  const own = new Set(inner.map(({ name }) => name));
  return [...inner, ...outer.filter(({ name }) => !own.has(name) && name !== 'server' && name !== 'location')];
};

function readServer({ block, place }: Directive, inherited: readonly Directive[], upstreams: Upstreams): NginxServer {
  const directives = inForce(block, inherited);
  const sslOn = directives.some(({ name, args }) => name === 'ssl' && args[0] === 'on');
  const listens = block.filter(({ name }) => name === 'listen').map((listen) => readListen(listen, sslOn));
  return {
    place,
    names: block.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args),
    listens: listens.length > 0 ? listens : [{ address: '', port: 80, tls: sslOn, place }],
    locations: [
      ...(directives.some(({ name }) => name === 'proxy_pass') ? [readLocation('/', place, directives, upstreams)] : []),
      ...locationsIn(block, directives, upstreams),
    ],
    directives,
  };
}

function locationsIn(block: readonly Directive[], outer: readonly Directive[], upstreams: Upstreams): readonly NginxLocation[] {
  return block
    .filter(({ name }) => name === 'location')
    .flatMap((location) => {
      const directives = inForce(
        location.block,
        outer.filter(({ name }) => name !== 'proxy_pass'),
      );
      return [
        readLocation(location.args.join(' '), location.place, directives, upstreams),
        ...locationsIn(location.block, directives, upstreams),
      ];
    });
}

function readLocation(path: string, place: Place, directives: readonly Directive[], upstreams: Upstreams): NginxLocation {
  const target = directives.find(({ name }) => name === 'proxy_pass')?.args[0] ?? '';
  const off = (name: string): boolean => ['', 'off'].includes(directives.find((one) => one.name === name)?.args[0] ?? 'off');
  return {
    path,
    place,
    proxyPass: target.replace(/^(https?:\/\/)([^/]+)/, (_whole, scheme: string, host: string) => `${scheme}${upstreams.get(host) ?? host}`),
    headers: new Map(
      directives
        .filter(({ name }) => name === 'proxy_set_header')
        .map(({ args: [name = '', ...value], place: at }) => [name.toLowerCase(), { value: value.join(' '), place: at }]),
    ),
    login: !off('auth_basic') || !off('auth_request'),
    directives,
  };
}

function readListen({ args, place }: Directive, sslOn: boolean) {
  const [, host = '', port] =
    /^(?:(\[[^\]]*\]|[^:\s]*[^0-9:\s][^:\s]*|[0-9]+(?:\.[0-9]+){3}|\*)(?::|$))?([0-9]+)?$/.exec(args[0] ?? '') ?? [];
  const address = host.replace(/^\[|\]$/g, '');
  return {
    address: ['*', '0.0.0.0', '::'].includes(address) ? '' : address,
    port: Number(port ?? 80),
    tls: sslOn || args.includes('ssl') || args.includes('quic'),
    place,
  };
}
