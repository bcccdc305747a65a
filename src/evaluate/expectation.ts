import type { Policy, Subject } from '../model.js';
import { expectedPorts } from '../policy.js';
import type { Profile } from '../profiles/profile.js';
import type { KnownHost } from './subjects.js';

/**
 * Whether policy or the profile of a recognised system expects a port to be open; undefined where nobody says anything
 * about this host: there is no policy for it, and all that was recognised is a guest.
 */
export function expectationOf(
  host: KnownHost,
  profiles: readonly Profile[],
  policy: Policy | undefined,
): (subject: Pick<Subject, 'port'>) => boolean | undefined {
  const stated = expectedPorts(policy, host.target);
  const present = profiles.filter(({ system }) => host.systems.some(({ id }) => id === system));
  const met = new Set<string>([
    ...host.services.flatMap(({ recognised }) => recognised.map(({ profile }) => profile.kind)),
    ...(host.target.files ?? []).map(({ kind }) => kind),
  ]);
  if (!stated && present.every(({ guest, kind }) => guest || !met.has(kind))) return () => undefined;
  const known = new Set([...present.flatMap(usualPorts), ...movedPorts(host, present)]);
  return ({ port }) => port !== undefined && ((stated?.has(port) ?? false) || known.has(port));
}

const usualPorts = ({ ports }: Profile): readonly number[] =>
  Object.entries(ports).flatMap(([port, { expected }]) => (expected ? [Number(port)] : []));

/** Where a system answers on a port that its profile does not know, the owner has moved it there. */
function movedPorts({ services }: KnownHost, present: readonly Profile[]): readonly number[] {
  return services.flatMap(({ service: { port }, recognised }) =>
    recognised.some(({ profile }) => present.includes(profile) && !(port in profile.ports)) ? [port] : [],
  );
}
