import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from './engine.js';
import { HostLook } from './host-look.js';
import type { AssignedHost, Assignment, FromThread, ToThread } from './messages.js';
import { Pace } from './pace.js';
import { Progress } from './progress.js';
import { createRawConnector } from './raw-connector.js';
import { OwnSignals, SharedSignals } from './signals.js';

/** The thread that holds the sockets. Imports little: it has to be there at once. */

const { ports, plan, slots, rate, hostRate, refunds, neighbours, progress: counters } = workerData as Assignment;
const progress = new Progress(counters);
const tell = (message: FromThread) => parentPort!.postMessage(message);
const unpaced = new Pace(Infinity, false, performance.now());
const done: HostLook[] = [];
let engine: Promise<Engine> | undefined;

parentPort!.on('message', async (message: ToThread) => {
  if (message.type === 'stop') return stop(message.why);
  engine ??= createEngine(message.connector);
  const ready = await engine;
  for (const host of message.hosts) ready.add(lookAt(host));
});

async function createEngine(connector: 'raw' | 'net'): Promise<Engine> {
  const createConnector = connector === 'raw' ? createRawConnector : (await import('./net-connector.js')).createNetConnector;
  return new Engine({
    createConnector,
    slots,
    pace: new Pace(rate, refunds, performance.now()),
    neighbours: new Pace(neighbours.rate, false, performance.now(), neighbours.atOnce),
    onOpen: ({ id }, port) => tell({ type: 'open', id, port }),
    onDone: (host) => {
      // Told together: the hosts of a block end by the hundred.
      if (done.push(host) === 1) setImmediate(report);
    },
  });
}

function lookAt({ signals, ...host }: AssignedHost): HostLook {
  const pace = hostRate === Infinity ? unpaced : new Pace(hostRate, false, performance.now());
  return new HostLook({ ...host, ports, signals: signals ? new SharedSignals(signals) : new OwnSignals(), plan, pace, progress });
}

async function stop(why: string): Promise<void> {
  for (const host of (await engine)?.stop() ?? []) {
    host.stop(why);
    done.push(host);
  }
  report();
}

function report(): void {
  tell({ type: 'done', hosts: done.splice(0).map(({ id, outcome }) => ({ id, outcome })) });
}
