import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { UsageError } from '../errors.js';
import type { Target } from '../model.js';
import { type AddressRange, formatAddress, holds, parseAddress, parseBlock, placeOf } from './address.js';
import { parseTarget, type TargetSpec } from './parse.js';

/** One address to audit. */
export interface PlannedTarget extends Target {
  /** Out of a block or range: its silence is not a failure. */
  readonly fromBlock: boolean;
  /** Only these ports, where the target came as `host:port` or URL. */
  readonly ports?: readonly number[];
  /** The ports that this shard sweeps, where it does not sweep all of them; the scope stays that of the whole audit. */
  readonly share?: readonly number[];
}

export interface TargetPlan {
  readonly targets: readonly PlannedTarget[];
  readonly unresolved: readonly { readonly name: string; readonly because: string }[];
}

export interface PlanOptions {
  readonly exclude: readonly string[];
  /** Leave to audit addresses outside private, link-local, unique-local and loopback space. */
  readonly allowPublic: boolean;
  /** Resolves a name to all its addresses; the system's resolver unless a test says otherwise. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

/** More than this in one run is split with --shard. */
const MAX_ADDRESSES = 1 << 20;

/**
 * What the user typed → addresses, each name resolved once, exclusions applied after that. Throws a UsageError for
 * text that is no target and for addresses outside the scope; a name without address is returned as unresolved.
 */
export async function planTargets(texts: readonly string[], options: PlanOptions): Promise<TargetPlan> {
  const resolve = options.resolve ?? resolveName;
  const excluded = await excludedBy(options.exclude, resolve);
  const planned = new Map<string, PlannedTarget>();
  const unresolved: { name: string; because: string }[] = [];
  for (const spec of texts.flatMap((text) => (text === 'local' ? ownNetworks() : [text])).map(parseTarget)) {
    if (spec.kind === 'name' && excluded.names.has(spec.name)) continue;
    const ranges = await rangesOf(spec, resolve, unresolved);
    for (const range of ranges) addRange(planned, spec, range, excluded.ranges, options.allowPublic);
  }
  return { targets: [...planned.values()], unresolved };
}

function addRange(
  planned: Map<string, PlannedTarget>,
  spec: TargetSpec,
  range: AddressRange,
  excluded: readonly AddressRange[],
  allowPublic: boolean,
): void {
  if (range.last - range.first >= BigInt(MAX_ADDRESSES - planned.size)) {
    throw new UsageError(
      `target "${spec.text}": more than ${MAX_ADDRESSES.toLocaleString('en')} addresses in one run; name smaller blocks`,
    );
  }
  const outside = excluded.filter((other) => other.family === range.family);
  for (let value = range.first; value <= range.last; value++) {
    if (outside.some((other) => holds(other, { ...range, first: value, last: value }))) continue;
    const address = formatAddress(range.family, value, range.zone);
    checkScope(spec, address, allowPublic);
    const fromBlock = spec.kind === 'addresses' && spec.fromBlock;
    planned.set(
      address,
      joined(planned.get(address), {
        name: spec.kind === 'name' ? spec.name : address,
        address,
        fromBlock,
        ports: spec.kind === 'addresses' && spec.fromBlock ? undefined : portList(spec),
      }),
    );
  }
}

const portList = (spec: TargetSpec) => (spec.port === undefined ? undefined : [spec.port]);

/** The same address named twice is audited once: on the ports of both, under the first name that is not its address. */
function joined(known: PlannedTarget | undefined, next: PlannedTarget): PlannedTarget {
  if (!known) return next;
  return {
    name: known.name === known.address ? next.name : known.name,
    address: known.address,
    fromBlock: known.fromBlock && next.fromBlock,
    ports: known.ports && next.ports ? [...new Set([...known.ports, ...next.ports])] : undefined,
  };
}

function checkScope(spec: TargetSpec, address: string, allowPublic: boolean): void {
  const place = placeOf(address);
  const which = spec.text === address ? `"${address}"` : `"${spec.text}" (${address})`;
  if (place === 'unusable') throw new UsageError(`target ${which}: not the address of a host`);
  if (place === 'public' && !allowPublic) {
    throw new UsageError(`target ${which} is a public address; audit only what is yours, and say so with --public`);
  }
}

async function rangesOf(
  spec: TargetSpec,
  resolve: (name: string) => Promise<readonly string[]>,
  unresolved: { name: string; because: string }[],
): Promise<readonly AddressRange[]> {
  if (spec.kind === 'addresses') return [spec.range];
  try {
    const addresses = await resolve(spec.name);
    return addresses.map(parseAddress).filter((range) => range !== undefined);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    unresolved.push({ name: spec.name, because: `the name did not resolve (${code})` });
    return [];
  }
}

async function excludedBy(texts: readonly string[], resolve: (name: string) => Promise<readonly string[]>) {
  const names = new Set<string>();
  const ranges: AddressRange[] = [];
  for (const spec of texts.map(parseTarget)) {
    if (spec.kind === 'name') names.add(spec.name);
    // A name that does not resolve excludes no address, and still excludes itself.
    ranges.push(...(await rangesOf(spec, resolve, [])));
  }
  return { names, ranges };
}

async function resolveName(name: string): Promise<readonly string[]> {
  const answers = await lookup(name, { all: true, order: 'ipv4first' });
  return answers.map(({ address }) => address);
}

/** Whether an address lies in one of the addresses, blocks or ranges named; names are not resolved here. */
export function allowedIn(texts: readonly string[]): (address: string) => boolean {
  const ranges = texts.map((text) => {
    const spec = parseTarget(text);
    if (spec.kind === 'name') throw new UsageError(`--allow "${text}": name an address, a block or a range`);
    return spec.range;
  });
  return (address) => {
    const parsed = parseAddress(address);
    return parsed !== undefined && ranges.some((range) => holds(range, parsed));
  };
}

function ownNetworks(): readonly string[] {
  const blocks = localBlocks();
  if (blocks.length === 0) throw new UsageError('target "local": this machine stands in no private IPv4 network');
  return blocks;
}

/** The private IPv4 networks that this machine's interfaces stand in, loopback left out. */
export function localBlocks(): readonly string[] {
  const blocks = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family, cidr }) => !internal && family === 'IPv4' && cidr && placeOf(cidr.split('/')[0]!) === 'private')
    .map(({ cidr }) => {
      const block = parseBlock(cidr!)!;
      return `${formatAddress(4, block.first)}/${cidr!.split('/')[1]}`;
    });
  return [...new Set(blocks)];
}
