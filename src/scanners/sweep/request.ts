export interface SweepRequest {
  /** IP addresses (`192.0.2.1`, `2001:db8::1`, `fe80::1%eth0`), each one once. An iterable is read as the sweep goes on. */
  readonly addresses: Iterable<string>;
  /** Asked on every address, most telling first; the order decides what is known early, never what is known at the end. */
  readonly ports: readonly number[];
  /** New connections a second in all. Infinity: no limit. Left out: as fast as hosts answer, 10,000 a second into silence. */
  readonly rate?: number;
  /** New connections a second to one host; as `rate`. */
  readonly hostRate?: number;
  /**
   * An address where this many ports stayed silent is taken for unused, and the rest is not asked. Left out: every port is
   * asked everywhere. Meant for the addresses of a block.
   */
  readonly silentAfter?: number;
  /** Stops the sweep: what was learnt comes back, marked `complete: false`. */
  readonly signal: AbortSignal;
  readonly onOpen?: (address: string, port: number) => void;
  /** A host is done; it comes again in the result. */
  readonly onHost?: (host: HostSweep) => void;
  /** Counted in ports of hosts; at most a few times a second. */
  readonly onProgress?: (progress: SweepProgress) => void;
}

export interface SweepProgress {
  readonly done: number;
  /** Known once all addresses have been read; until then what is known so far. */
  readonly total: number;
  readonly open: number;
}

export interface OpenPort {
  readonly port: number;
  /** As nmap names it: `syn-ack`. */
  readonly reason: string;
}

export interface HostSweep {
  readonly address: string;
  /** False where nothing at all came back: no connection, no reset, no error from the way. */
  readonly answered: boolean;
  /** Port numbers ascending. */
  readonly open: readonly OpenPort[];
  readonly closed: number;
  readonly filtered: number;
  /** Ports that are not open, counted by nmap's reason: `conn-refused`, `no-response`, `host-unreach` … */
  readonly reasons: Readonly<Record<string, number>>;
  readonly rttMs?: number;
  /** False where ports were not looked at (interrupted, a thread died, the host was in distress); `notes` says why. */
  readonly complete: boolean;
  readonly notes: readonly string[];
}

export interface SweepResult {
  /** In the order of the addresses. A host without open ports costs some hundred bytes. */
  readonly hosts: readonly HostSweep[];
  readonly notes: readonly string[];
}
