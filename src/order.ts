import type { SurveyedService, SurveyedTarget, Target } from './model.js';
import { parseAddress } from './targets.js';

/** By family, address, name; what did not resolve comes last. The same hosts always stand in the same order. */
function compareTargets(a: Target, b: Target): number {
  const [first, second] = [parseAddress(a.address), parseAddress(b.address)];
  if (!first || !second) return Number(!first) - Number(!second) || compareText(a.name, b.name);
  if (first.family !== second.family) return first.family - second.family;
  if (first.first !== second.first) return first.first < second.first ? -1 : 1;
  return compareText(first.zone, second.zone) || compareText(a.name, b.name);
}

/** Targets and services in their one order: services follow their target, then port, then floor. */
export function inOrder(targets: readonly SurveyedTarget[], services: readonly SurveyedService[]) {
  const sorted = [...targets].sort(compareTargets);
  const rank = new Map(sorted.map(({ name, address }, index) => [`${name} ${address}`, index]));
  const rankOf = ({ target, address }: SurveyedService) => rank.get(`${target} ${address}`) ?? sorted.length;
  return {
    targets: sorted,
    services: [...services].sort((a, b) => rankOf(a) - rankOf(b) || a.port - b.port || floorOf(a) - floorOf(b)),
  };
}

/** TLS lies below what it carries, HTTP below the MQTT inside it. */
const floorOf = ({ tls, over }: SurveyedService) => Number(tls) + 2 * Number(over !== undefined);

/** By code unit: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
