import { Worker } from 'node:worker_threads';
import type { HostOutcome } from './host-look.js';
import type { AssignedHost, Assignment, FromThread, ToThread } from './messages.js';

/** Its garbage is small and short-lived; V8's own choice costs 20 MB a thread and saves no time. */
const YOUNG_MB = 4;
/** A thread that hangs does not keep the user waiting after Ctrl-C. */
const TIME_TO_STOP_MS = 1_000;

export interface ThreadEvents {
  readonly onOpen: (id: number, port: number) => void;
  readonly onDone: (thread: Thread, id: number, outcome: HostOutcome) => void;
  readonly onDeath: (thread: Thread, why: string) => void;
}

/** One worker thread, the hosts it has in hand, and the open ports it has told of. */
export class Thread {
  /** Open ports told so far, by host. */
  readonly inHand = new Map<number, number[]>();
  dead = false;
  private readonly worker: Worker;

  constructor(
    assignment: Assignment,
    private readonly events: ThreadEvents,
  ) {
    // Without the flags of this process: they are for its own start, and each costs the thread time.
    this.worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: assignment,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.worker.on('message', (message: FromThread) => this.receive(message));
    this.worker.on('error', (error) => this.die(error instanceof Error ? error.message : String(error)));
    this.worker.on('exit', (code) => this.die(`exit code ${code}`));
  }

  assign(connector: 'raw' | 'net', hosts: readonly AssignedHost[]): void {
    for (const { id } of hosts) this.inHand.set(id, []);
    this.send({ type: 'hosts', connector, hosts });
  }

  /** Asks for what has been learnt so far. */
  stop(why: string): void {
    this.send({ type: 'stop', why });
    setTimeout(() => this.die('did not stop'), TIME_TO_STOP_MS).unref();
  }

  end(): void {
    this.dead = true;
    void this.worker.terminate();
  }

  private send(message: ToThread): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromThread): void {
    if (this.dead) return;
    if (message.type === 'open') {
      this.inHand.get(message.id)?.push(message.port);
      this.events.onOpen(message.id, message.port);
    } else {
      for (const { id, outcome } of message.hosts) {
        this.inHand.delete(id);
        this.events.onDone(this, id, outcome);
      }
    }
  }

  private die(why: string): void {
    if (this.dead) return;
    this.end();
    this.events.onDeath(this, why);
  }
}
