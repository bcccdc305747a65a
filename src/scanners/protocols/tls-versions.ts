import { CIPHER_SUITES } from '../../knowledge/tls-ciphers.js';
import type { Facts } from '../../model.js';
import { type Dial, observe, ProbeError } from '../scanner.js';
import { type Version, VERSIONS } from '../wire/tls.js';
import { type Answer, ask, type Flight } from './tls-ask.js';
import { FOR_TLS13, ORDINARY, RARE_LISTS } from './tls-offers.js';

/** What the server takes of what it is offered: one connection for each version, and some for weak suites. */
export interface Taken {
  readonly protocols: Facts['tls.protocols'];
  readonly suites: Facts['tls.ciphers']['accepted'];
  /** Of the newest version up to TLS 1.2. */
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
export async function tryVersions(dial: Dial): Promise<Taken> {
  const taken = new Map<Version, Extract<Answer, { kind: 'hello' }>>();
  const refused = new Set<Version>();
  const complaints: string[] = [];
  for (const version of ASKING_ORDER) {
    const answer = await observe(() => ask(dial, [version], version === 'TLSv1.3' ? FOR_TLS13 : ORDINARY));
    if (answer.ok && answer.value.kind === 'hello') {
      // Whoever answers with an older version refuses the one that was asked for.
      if (answer.value.hello.version !== version) refused.add(version);
      taken.set(answer.value.hello.version, answer.value);
    } else if (answer.ok) {
      refused.add(version);
      if (answer.value.kind === 'alert') complaints.push(`alert ${ALERTS[answer.value.code] ?? answer.value.code}`);
    } else if (answer.failure.kind === 'reset') {
      // Twice the same: `ask` has tried again.
      refused.add(version);
      complaints.push('it hangs up');
    } else if (taken.size === 0) throw new ProbeError(answer.failure.kind, answer.failure.detail);
  }
  if (taken.size === 0 && complaints[0] === `alert ${ALERTS[NO_COMMON_SUITE]}`) await tryRareSuites(dial, taken);
  if (taken.size === 0) throw new ProbeError('tls', `no ServerHello to any version: ${[...new Set(complaints)].join(', ')}`);
  const accepted = oldestFirst(taken.keys());
  return {
    protocols: { accepted, refused: oldestFirst(refused).filter((version) => !taken.has(version)) },
    suites: accepted.map((version) => ({ version, name: nameOf(taken.get(version)!.hello.suite) })),
    flight: accepted
      .filter((version) => version !== 'TLSv1.3')
      .map((version) => taken.get(version)!.flight)
      .at(-1),
  };
}

async function tryRareSuites(dial: Dial, taken: Map<Version, Extract<Answer, { kind: 'hello' }>>): Promise<void> {
  for (const suites of RARE_LISTS) {
    const answer = await ask(dial, ['TLSv1.2'], suites);
    if (answer.kind === 'hello') return void taken.set(answer.hello.version, answer);
  }
}
