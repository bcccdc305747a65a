import { isBefore, parseCoreVersion } from '../../../knowledge/home-assistant.js';

/** True where a known release is at least another one; an unknown one is not. */
export function atLeast(version: string, floor: string): boolean {
  const known = parseCoreVersion(version);
  return known !== undefined && !isBefore(known, floor);
}
