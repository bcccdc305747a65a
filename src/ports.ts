import { UsageError } from './errors.js';
import { SPARED_PORTS, TOP_PORTS, UNSWEPT_PORTS } from './knowledge/ports.js';

export interface PortSelection {
  /** As the user wrote it. */
  readonly spec: string;
  /** In asking order, each one once. */
  readonly ports: readonly number[];
  /** Left out because a mere connection does harm; naming a printer's asks it after all. */
  readonly spared: readonly number[];
}

const LAST_PORT = 65_535;
const HOW = 'write `top`, `all`, or a list such as `22,80,8000-8100`';

/** Reads `top`, `all` or a list of ports and ranges; throws a `UsageError` that names the part that is wrong. */
export function parsePorts(spec: string): PortSelection {
  const text = spec.trim().toLowerCase();
  if (text === 'top')
    return select(
      spec,
      TOP_PORTS.map(({ port }) => port),
      new Set(),
    );
  if (text === 'all') return select(spec, range(1, LAST_PORT), new Set());
  const ports = new Set<number>();
  const named = new Set<number>();
  for (const part of text.split(',')) {
    const [first, last] = parsePart(part.trim(), spec);
    const members = range(first, last);
    // A range that holds nothing but spared ports can only mean them.
    if (members.every(isSpared)) for (const port of members) named.add(port);
    for (const port of members) ports.add(port);
  }
  return select(spec, [...ports], named);
}

function select(spec: string, wanted: readonly number[], named: ReadonlySet<number>): PortSelection {
  const spared = wanted.filter((port) => isSpared(port) && (!named.has(port) || isUnswept(port)));
  const left = new Set(wanted);
  for (const port of spared) left.delete(port);
  if (left.size === 0) {
    throw new UsageError(
      `${spared.join(', ')} in --ports ${spec} cannot be asked alone: a mere connection does harm; name other ports beside it`,
    );
  }
  const top = TOP_PORTS.map(({ port }) => port).filter((port) => left.delete(port));
  return { spec, ports: [...top, ...left], spared };
}

function parsePart(part: string, spec: string): readonly [first: number, last: number] {
  const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part);
  if (!match)
    throw new UsageError(part ? `"${part}" in --ports ${spec} is no port: ${HOW}` : `--ports "${spec}" has an empty part: ${HOW}`);
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  for (const port of [first, last]) {
    if (port < 1 || port > LAST_PORT) throw new UsageError(`${port} in --ports ${spec} is no port: they go from 1 to ${LAST_PORT}`);
  }
  if (first > last) throw new UsageError(`"${part}" in --ports ${spec} runs backwards: write ${last}-${first}`);
  return [first, last];
}

const spared = new Set(SPARED_PORTS.map(({ port }) => port));
const isSpared = (port: number) => spared.has(port);
const isUnswept = (port: number) => UNSWEPT_PORTS.some((unswept) => unswept.port === port);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
