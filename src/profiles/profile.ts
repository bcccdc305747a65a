import type { Evidence, FactName, Facts, Product, Protocol } from '../model.js';

/** What a product's host looks like: how it is recognised and which ports it should have. Data and pure functions. */
export interface Profile {
  readonly kind: Product;
  /** The system as users know it; several kinds may belong to one (`beszel-hub` and `beszel-agent` to `beszel`). */
  readonly system: string;
  readonly title: string;
  readonly over: readonly Protocol[];
  /** Independent marks; weights add up. Negative weights tell look-alikes apart. */
  readonly marks: readonly Mark[];
  /** The version that is given away without a login, empty where it is not. */
  readonly version?: (evidence: Evidence) => string;
  /** The title of what was recognised, where one kind covers many programs (`neighbour`: "Node-RED"). */
  readonly name?: (evidence: Evidence) => { readonly id: string; readonly title: string } | undefined;
  /** What stays when the address changes (an instance's uuid). */
  readonly identity?: (evidence: Evidence) => string;
  /** Ports of a healthy host of this system. */
  readonly ports: Readonly<Record<number, PortRole>>;
  /** It stands on a host that is there for something else: that it was met says nothing about the other ports. */
  readonly guest?: true;
  readonly references: readonly string[];
}
export interface PortRole {
  readonly role: string;
  /** Whether an owner who follows the documentation would have it open to the network. */
  readonly expected: boolean;
}
export interface Mark {
  readonly fact: FactName;
  readonly weight: number;
  readonly holds: (evidence: Evidence) => boolean;
}

/** From here on the product's own questions are asked. */
export const SUSPECTED = 20;
/** From here on the product is named in the report. */
export const RECOGNISED = 50;

export const defineProfile = (profile: Profile): Profile => profile;

/** A mark: where the fact was seen and the test holds, the weight counts. */
export const mark = <Name extends FactName>(fact: Name, test: (value: Facts[Name]) => boolean, weight: number): Mark => ({
  fact,
  weight,
  holds: (evidence) => {
    const observation = evidence[fact];
    return observation !== undefined && observation.ok && test(observation.value as Facts[Name]);
  },
});

/** 0 to 100. */
export function confidenceIn(profile: Profile, evidence: Evidence): number {
  const sum = profile.marks.reduce((total, { weight, holds }) => (holds(evidence) ? total + weight : total), 0);
  return Math.max(0, Math.min(100, sum));
}
