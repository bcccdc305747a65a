import { CIPHER_SUITES } from '../../knowledge/tls-ciphers.js';
import type { Facts } from '../../model.js';
import { type Dial, observe, ProbeError } from '../scanner.js';
import { type ServerHello, type Version, VERSIONS } from '../wire/tls.js';
import { type Answer, type Flight, insist } from './tls-ask.js';
import { FOR_TLS13, ORDINARY, RARE_LISTS } from './tls-offers.js';

/** What the server takes of what it is offered: one connection for each version, and some for weak suites. */
export interface Taken {
  readonly protocols: Facts['tls.protocols'];
  readonly suites: Facts['tls.ciphers']['accepted'];
  /** Of one version up to TLS 1.2. */
  readonly flight?: Flight;
}

/** The likeliest first, so that a server that is none is known early. */
const ASKING_ORDER: readonly Version[] = ['TLSv1.2', 'TLSv1.3', 'TLSv1.1', 'TLSv1.0', 'SSLv3'];
const oldestFirst = (versions: Iterable<Version>): Version[] => [...versions].sort((a, b) => VERSIONS[a] - VERSIONS[b]);

const NO_COMMON_SUITE = 40;
/** Alert descriptions: RFC 8446 section 6, RFC 6066 section 3. */
const ALERTS: Readonly<Record<number, string>> = {
  40: 'handshake_failure',
  47: 'illegal_parameter',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  112: 'unrecognized_name',
};

const nameOf = (suite: number): string => CIPHER_SUITES.get(suite) ?? `0x${suite.toString(16).padStart(4, '0')}`;

/** Offers each version with every ordinary suite. Rejects where the server takes none. */
export async function tryVersions(dial: Dial, patience: AbortSignal): Promise<Taken> {
  const taken = new Map<Version, ServerHello>();
  let flight: Flight | undefined;
  const refused = new Set<Version>();
  const complaints: string[] = [];
  for (const version of ASKING_ORDER) {
    if (patience.aborted) break;
    const suites = version === 'TLSv1.3' ? FOR_TLS13 : ORDINARY;
    const answer = await observe(() => insist(dial, { versions: [version], suites, flight: () => !flight }));
    if (answer.ok && answer.value.kind === 'hello') {
      // Whoever answers with an older version refuses the one that was asked for.
      if (answer.value.hello.version !== version) refused.add(version);
      taken.set(answer.value.hello.version, answer.value.hello);
      if (answer.value.hello.version !== 'TLSv1.3') flight ??= answer.value.flight;
    } else if (answer.ok) {
      refused.add(version);
      if (answer.value.kind === 'alert') complaints.push(`alert ${ALERTS[answer.value.code] ?? answer.value.code}`);
    } else if (answer.failure.kind === 'reset') {
      // Twice the same: `ask` has tried again.
      refused.add(version);
      complaints.push('it hangs up');
    } else if (taken.size === 0) throw new ProbeError(answer.failure.kind, answer.failure.detail);
  }
  const rare = taken.size === 0 && complaints[0] === `alert ${ALERTS[NO_COMMON_SUITE]}` ? await tryRareSuites(dial) : undefined;
  if (rare) {
    taken.set(rare.hello.version, rare.hello);
    flight = rare.flight;
  }
  if (taken.size === 0) throw new ProbeError('tls', `no ServerHello to any version: ${[...new Set(complaints)].join(', ')}`);
  const accepted = oldestFirst(taken.keys());
  return {
    protocols: { accepted, refused: oldestFirst(refused).filter((version) => !taken.has(version)) },
    suites: accepted.map((version) => ({ version, name: nameOf(taken.get(version)!.suite) })),
    flight,
  };
}

/** Servers with nothing but shared secrets or the like. */
async function tryRareSuites(dial: Dial): Promise<Extract<Answer, { kind: 'hello' }> | undefined> {
  for (const suites of RARE_LISTS) {
    const answer = await insist(dial, { versions: ['TLSv1.2'], suites, flight: () => true });
    if (answer.kind === 'hello') return answer;
  }
  return undefined;
}
