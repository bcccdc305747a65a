import pLimit from 'p-limit';
import { PRINTER_PORTS, UNSWEPT_PORTS } from './knowledge/ports.js';
import type { Note, ProbeFailure, Survey, SurveyedService, SurveyedTarget } from './model.js';
import { inOrder } from './order.js';
import { createDial, type DialContext } from './scanners/dial.js';
import { HostWatch } from './scanners/host-watch.js';
import { failureOf } from './scanners/scanner.js';
import type { OpenPort } from './scanners/sweep/index.js';
import { createTurn } from './scanners/turn.js';
import { startClock } from './survey/clock.js';
import { findOpenPorts, type FoundHost } from './survey/find.js';
import type { SurveyOptions } from './survey/options.js';
import { surveyTarget, unresolvedTarget } from './survey/target.js';
import { bareRow, visit } from './survey/visit.js';

/** Open ports looked at side by side, and how many of them on one host. */
const VISITS = 64;
const HOST_VISITS = 8;

/** The wet half: looks once and writes down what was seen. An interruption ends it early and marks it incomplete. */
export async function survey(options: SurveyOptions): Promise<Survey> {
  const stopClock = startClock();
  const { hosts, notes } = await findOpenPorts(options);
  const visited = options.portsOnly ? new Map<FoundHost, Visited>() : await visitAll(hosts, options);
  const times = stopClock();
  const targets = [
    ...hosts.map((host) => cutShortWhere(visited.get(host), surveyTarget(host, options.ports.spared, options.files))),
    ...options.plan.unresolved.map(({ name, because }) => unresolvedTarget(name, because)),
  ];
  const services = hosts.flatMap(
    (host) =>
      visited.get(host)?.services ?? host.swept.open.map((open) => bareRow(host.planned, open, skipped('only the ports were asked for'))),
  );
  return {
    schemaVersion: 1,
    kind: 'survey',
    tool: options.tool,
    run: {
      ...times,
      modes: options.modes,
      ports: options.ports.spec,
      engine: options.engine,
      incomplete: options.signal.aborted,
      ...(options.vantage ? { vantage: options.vantage } : {}),
      ...(options.shard ? { shard: `${options.shard.index}/${options.shard.count}` } : {}),
    },
    ...inOrder(targets, services),
    notes: [...notes.map((text) => ({ kind: 'warning' as const, text })), ...hosts.flatMap(notesOn)],
  };
}

interface Visited {
  readonly services: readonly SurveyedService[];
  /** Why not every open port was looked at, if so. */
  readonly cutShort: string | undefined;
}

function cutShortWhere(visited: Visited | undefined, target: SurveyedTarget): SurveyedTarget {
  if (visited?.cutShort === undefined || target.state === 'partial') return target;
  return { ...target, state: 'partial', because: visited.cutShort };
}

/** What is worth knowing of a host that answered; why one was not looked at whole is said with its state. */
function notesOn({ planned, swept }: FoundHost): readonly Note[] {
  if (!swept.answered || !swept.complete) return [];
  return swept.notes.map((text) => ({ kind: 'info', text, target: planned.name }));
}

async function visitAll(hosts: readonly FoundHost[], options: SurveyOptions): Promise<ReadonlyMap<FoundHost, Visited>> {
  const turn = createTurn({ rate: options.rate, hostRate: options.hostRate, signal: options.signal });
  const overall = pLimit(VISITS);
  const total = hosts.reduce((sum, { swept }) => sum + swept.open.length, 0);
  let done = 0;
  const visitHost = async (host: FoundHost): Promise<Visited> => {
    const watch = new HostWatch(turn);
    const context = dialContext(host, options, watch);
    const here = pLimit(HOST_VISITS);
    const visitPort = async (open: OpenPort) => {
      const services = await visitUnlessPrinter(context, host, open);
      options.onProgress?.({ phase: 'look', done: ++done, total, open: total });
      return services;
    };
    const rows = await Promise.all(host.swept.open.map((open) => here(() => overall(() => visitPort(open)))));
    return { services: rows.flat(), cutShort: await whyCutShort(host, context, watch) };
  };
  const withOpenPorts = hosts.filter(({ swept }) => swept.open.length > 0);
  return new Map(await Promise.all(withOpenPorts.map(async (host) => [host, await visitHost(host)] as const)));
}

/** Whoever was lost in the middle, or whose network was, has not been looked at whole. */
async function whyCutShort({ swept }: FoundHost, context: DialContext, watch: HostWatch): Promise<string | undefined> {
  if (watch.missedLast && !watch.leftAlone && !context.signal.aborted) {
    const knocks = swept.open
      .filter(({ port }) => !printerAt(port))
      .slice(0, HOST_VISITS)
      .map(async ({ port }) => (await createDial(context, port, 'tcp')()).destroy());
    const isThere = await Promise.any(knocks).then(
      () => true,
      () => false,
    );
    if (!isThere) return watch.leftAlone ?? 'it stopped answering while it was looked at';
  }
  return context.signal.aborted ? 'interrupted before every open port was looked at' : watch.leftAlone;
}

const printerAt = (wanted: number) => PRINTER_PORTS.find(({ port }) => port === wanted);

async function visitUnlessPrinter(context: DialContext, { planned }: FoundHost, open: OpenPort): Promise<readonly SurveyedService[]> {
  if (context.signal.aborted) return [bareRow(planned, open, skipped('interrupted'))];
  const printer = printerAt(open.port);
  if (printer) return [bareRow(planned, open, skipped(`never spoken to: ${printer.why}`))];
  try {
    return await visit(createDial(context, open.port, 'tcp'), open);
  } catch (error) {
    // A defect of ours on one port must not cost the rest of the audit; it is written down as what it is.
    return [bareRow(planned, open, failureOf(error))];
  }
}

const skipped = (detail: string): ProbeFailure => ({ kind: 'skipped', detail });

/** The scope at the socket: this address, and the ports that were asked for. */
function dialContext({ planned }: FoundHost, { ports, modes, signal }: SurveyOptions, watch: HostWatch): DialContext {
  const spared = ports.spared.filter((port) => UNSWEPT_PORTS.some((unswept) => unswept.port === port));
  const allowed = new Set([...(planned.ports ?? ports.ports), ...(planned.ports ? [] : spared)]);
  return {
    target: { name: planned.name, address: planned.address },
    modes: new Set(modes),
    signal,
    allows: (address, port) => address === planned.address && allowed.has(port),
    turn: watch.turn,
    watch,
  };
}
