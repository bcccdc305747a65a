declare module 'node-nmap' {
  import type { ChildProcess } from 'node:child_process';
  import type { EventEmitter } from 'node:events';

  /** What this program uses of it. */
  export class NmapScan extends EventEmitter {
    constructor(range: readonly string[], inputArguments: readonly string[]);
    protected command: readonly string[];
    protected child: ChildProcess;
    protected initializeChildProcess(): void;
    protected rawDataHandler(data: string): void;
    startScan(): void;
    killChild(): void;
  }
  const nmap: { nmapLocation: string; readonly NmapScan: typeof NmapScan };
  export default nmap;
}
