import type { Place } from '../../model.js';

/**
 * One value of a configuration file or an environment. It may be a secret: scanners reduce it to facts before it leaves
 * them. `unresolved` says why the value is not, or not wholly, known.
 */
export interface Setting {
  readonly value: string;
  readonly place: Place;
  readonly unresolved?: string;
}
export type Settings = ReadonlyMap<string, Setting>;
