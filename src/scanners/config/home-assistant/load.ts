import { ProbeError } from '../../../errors.js';
import type { ConfigFile, ConfigFolder } from '../../scanner.js';
import { at, entriesOf, itemsOf, parseYaml, textOf, type YamlNode } from '../yaml.js';
import { pathBeside } from '../paths.js';
import type { Place } from '../../../model.js';

/** Why Home Assistant would not start with these files: it then runs in recovery mode with other settings. */
export interface Refusal {
  readonly text: string;
  readonly place: Place;
}

export interface Loaded {
  /** configuration.yaml with every include, secret and package resolved. */
  readonly root: YamlNode;
  readonly refusals: readonly Refusal[];
  /** Each file that was read on the way, before its tags were resolved. */
  readonly sources: readonly YamlNode[];
  /** Included files that could not be read, with the reason. */
  readonly unread: ReadonlySet<string>;
}

const MAX_INCLUDES = 2_000;
/** Of all files together, one that is included twice counted twice. */
const MAX_VALUES = 500_000;
const MAX_INCLUDE_DEPTH = 20;

/** Reads configuration.yaml of the folder `base` as Home Assistant does (core: util/yaml/loader.py). */
export async function loadConfiguration(folder: ConfigFolder, base: string, file: ConfigFile): Promise<Loaded> {
  return new Loader(folder, base).load(file);
}

class Loader {
  private readonly refusals: Refusal[] = [];
  private readonly sources: YamlNode[] = [];
  private readonly unread = new Set<string>();
  private readonly parsed = new Map<string, Promise<YamlNode | undefined>>();
  private includes = 0;
  private values = 0;

  constructor(
    private readonly folder: ConfigFolder,
    private readonly base: string,
  ) {}

  async load(file: ConfigFile): Promise<Loaded> {
    const raw = (await this.parse(file.path)) ?? { place: { file: file.path }, value: null };
    return { root: await this.resolve(raw, file.path, 0), refusals: this.refusals, sources: this.sources, unread: this.unread };
  }

  private async resolve(node: YamlNode, file: string, depth: number): Promise<YamlNode> {
    if (++this.values > MAX_VALUES) throw new ProbeError('limit', `${file}: more than ${MAX_VALUES} values with its includes`);
    if (node.tag !== undefined) return this.resolveTag(node, node.tag, file, depth);
    if (node.value instanceof Map) {
      const resolved = new Map<string, YamlNode>();
      for (const [key, value] of entriesOf(node)) resolved.set(key, await this.resolve(value, file, depth));
      return { ...node, value: resolved };
    }
    if (!Array.isArray(node.value)) return node;
    const items: YamlNode[] = [];
    for (const item of itemsOf(node)) items.push(await this.resolve(item, file, depth));
    return { ...node, value: items };
  }

  private async resolveTag(node: YamlNode, tag: string, file: string, depth: number): Promise<YamlNode> {
    const argument = (textOf(node) ?? '').trim();
    switch (tag) {
      case '!secret':
        return this.secret(node, argument, file);
      case '!env_var':
        return { place: node.place, value: null, via: 'env', unresolved: `the variable ${argument.split(/\s/)[0]} of the environment` };
      case '!include':
        return this.include(node, pathBeside(file, argument), depth);
      case '!include_dir_list':
      case '!include_dir_merge_list':
      case '!include_dir_named':
      case '!include_dir_merge_named':
        return this.includeFolder(node, tag, pathBeside(file, argument), depth);
      default:
        return typeof node.value === 'object' && node.value !== null ? { ...node, tag: undefined } : unresolved(node, `the tag ${tag}`);
    }
  }

  /** Looks beside the asking file, then in each folder above up to the configuration folder, never above it. */
  private async secret(node: YamlNode, name: string, file: string): Promise<YamlNode> {
    let seen = 0;
    for (let folder = parentOf(file); ; folder = parentOf(folder)) {
      const path = folder === '' ? 'secrets.yaml' : `${folder}/secrets.yaml`;
      try {
        const secrets = await this.parse(path);
        if (secrets) seen++;
        const found = at(secrets, name);
        if (found) return { place: node.place, value: found.value, via: 'secret' };
      } catch (error) {
        return { ...unresolved(node, whyNot(error)), via: 'secret' };
      }
      if (folder === this.base || folder === '') break;
    }
    if (seen > 0) this.refusals.push({ text: `the secret ${name} is not in secrets.yaml`, place: node.place });
    return { ...unresolved(node, seen > 0 ? `the secret ${name} is not defined` : 'secrets.yaml is not in the folder'), via: 'secret' };
  }

  /** Parses each file once, however often it is included. */
  private parse(path: string): Promise<YamlNode | undefined> {
    let known = this.parsed.get(path);
    if (!known) this.parsed.set(path, (known = this.read(path)));
    return known;
  }

  private async read(path: string): Promise<YamlNode | undefined> {
    const file = this.folder.find(path);
    const parsed = file && parseYaml(await file.text(), path);
    if (parsed && !/(?:^|\/)secrets\.yaml$/.test(path)) this.sources.push(parsed);
    return parsed;
  }

  private async include(node: YamlNode, path: string | undefined, depth: number): Promise<YamlNode> {
    const file = path === undefined ? undefined : this.folder.find(path);
    if (!file) return this.left(node, `${path ?? 'a file outside the folder'} is not in the folder`);
    if (depth >= MAX_INCLUDE_DEPTH) return this.left(node, `includes deeper than ${MAX_INCLUDE_DEPTH} levels`);
    if (++this.includes > MAX_INCLUDES) return this.left(node, `more than ${MAX_INCLUDES} includes`);
    try {
      const parsed = await this.parse(file.path);
      return parsed ? await this.resolve(parsed, file.path, depth + 1) : unresolved(node, 'empty');
    } catch (error) {
      if (this.values > MAX_VALUES) throw error;
      if (error instanceof ProbeError && error.kind === 'protocol') this.refusals.push({ text: error.message, place: placeOf(error) });
      return this.left(node, whyNot(error));
    }
  }

  private left(node: YamlNode, why: string): YamlNode {
    this.unread.add(why);
    return unresolved(node, why);
  }

  private async includeFolder(node: YamlNode, tag: string, path: string | undefined, depth: number): Promise<YamlNode> {
    if (path === undefined || (path !== '' && !this.folder.directories.has(path)))
      return this.left(node, `the folder ${path ?? 'outside'} is not here`);
    const named = new Map<string, YamlNode>();
    const listed: YamlNode[] = [];
    for (const file of this.folder.under(path).filter((one) => isIncludedYaml(one.path.slice(path.length)))) {
      const content = await this.include(node, file.path, depth);
      if (content.unresolved !== undefined) return content;
      const name = file.path.slice(file.path.lastIndexOf('/') + 1, -'.yaml'.length);
      if (tag === '!include_dir_named') named.set(name, content);
      else if (tag === '!include_dir_list') listed.push(content);
      else if (tag === '!include_dir_merge_list' && Array.isArray(content.value)) listed.push(...itemsOf(content));
      else if (tag === '!include_dir_merge_named') for (const [key, value] of entriesOf(content)) named.set(key, value);
    }
    return { place: node.place, value: tag.endsWith('named') ? named : listed };
  }
}

/** Only `*.yaml`, no hidden names, and never a secrets.yaml. */
const isIncludedYaml = (below: string): boolean => /\.yaml$/.test(below) && !/(?:^|\/)(?:\.|secrets\.yaml$)/.test(below);

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const unresolved = (node: YamlNode, why: string): YamlNode => ({ place: node.place, value: null, unresolved: why });

/** A broken file is described as `file:line: why`. */
export function placeOf({ message }: { readonly message: string }): Place {
  const [, file = message, line] = /^(.*?):([0-9]+): /.exec(message) ?? [];
  return { file, ...(line ? { line: Number(line) } : {}) };
}

const whyNot = (error: unknown): string => {
  if (error instanceof ProbeError) return error.message;
  throw error;
};
