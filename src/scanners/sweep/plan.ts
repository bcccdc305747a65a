/** Into silence, unless the user says otherwise: routers at home keep a table of connections, and it is small. */
export const SILENT_RATE = 10_000;
/** Up to so many hosts are few. */
export const FEW_HOSTS = 4;
/** Ports of few hosts that get the most looks; about as many as `top` has. */
export const LEADING_PORTS = 256;

/** How a sweep deals with silence; the same for all its hosts. */
export interface Plan {
  /** Few hosts are looked at more stubbornly than the thousands of addresses of a block, most of which nobody uses. */
  readonly few: boolean;
  /** This many ports, first in asking order, are the ones that matter most. */
  readonly leading: number;
  /** Connections in flight to a host of which nothing is known yet. */
  readonly firstWindow: number;
  /** A host that stayed silent on this many ports is taken for absent, and the rest is not asked. */
  readonly silentAfter: number;
}

/** Of a host in a block that never answered, only this many ports are asked a second time. */
const SECOND_IMPRESSION = 16;
/** One loss in 20 seen means that one silent port in 400 was missed twice: four looks make that one in 160,000. */
const LOOKS_ON_LOSS = 2;

/** More were slower on every machine measured. A host of many ports is looked at in as many parts. */
export const MOST_THREADS = 2;
/** How often a host that fell silent is called, by each part; see `still-there.ts`. */
export const CALLS = 3;

/** How often a port that stays silent is looked at before it is called filtered. */
export function looksAt(plan: Plan, rank: number, host: { readonly answered: boolean; readonly lossy: boolean }): number {
  const onLoss = host.lossy ? LOOKS_ON_LOSS : 0;
  if (!host.answered) return plan.few || rank < SECOND_IMPRESSION ? 2 : 1;
  return (plan.few && rank < plan.leading ? 4 : 2) + onLoss;
}

/** The most connections that a sweep of so many hosts opens: every port silent, answers seen to get lost. */
export function mostConnections(hosts: number, ports: readonly number[]): number {
  const plan: Plan = { few: hosts <= FEW_HOSTS, leading: LEADING_PORTS, firstWindow: 0, silentAfter: Infinity };
  const looks = ports.reduce((sum, _port, rank) => sum + looksAt(plan, rank, { answered: true, lossy: true }), 0);
  return hosts * (looks + (plan.few ? MOST_THREADS * CALLS : 0));
}
