import type { Mode, SurveyedFiles, Tool } from '../model.js';
import type { PortSelection } from '../ports.js';
import type { TargetPlan } from '../targets.js';
import type { Shard } from './shard.js';

export interface SurveyOptions {
  readonly plan: TargetPlan;
  /** Ports to sweep on every target that names none of its own. */
  readonly ports: PortSelection;
  readonly modes: readonly Mode[];
  /** New connections a second in all and for each host; undefined is the polite default, Infinity lifts it. */
  readonly rate?: number;
  readonly hostRate?: number;
  readonly engine: 'connect' | 'nmap';
  /** Stop after the sweep. */
  readonly portsOnly?: boolean;
  /** What was read from the configuration of the targets. */
  readonly files?: readonly SurveyedFiles[];
  /** Which part of the work this run is; the plan holds its share alone. */
  readonly shard?: Shard;
  /** Where the scanner stands, for merged surveys. */
  readonly vantage?: string;
  readonly tool: Tool;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: 'sweep' | 'look';
  readonly done: number;
  readonly total: number;
  readonly open: number;
}
