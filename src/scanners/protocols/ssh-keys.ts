import type { Facts, Observation, ProbeFailure } from '../../model.js';
import { type Dial, failed, observe } from '../scanner.js';
import { obstacleToKeys, type LoginAnswer, SshClient } from '../ssh-client.js';
import type { KexInit } from '../wire/ssh.js';
import { type HostKey, keyType, verifiableAlgorithms } from '../wire/ssh-host-key.js';
import { groupExchanges } from '../wire/ssh-kex.js';

/** Nobody's account; it tells the reader of the server's log who asked. */
const NEUTRAL_USER_NAME = 'porosity';
/** More types than any server has. */
const KEY_TYPES_MAX = 8;
/** After these the server is busy, gone, or has had enough of us: nothing more is asked. */
const FINAL: ReadonlySet<ProbeFailure['kind']> = new Set(['refused', 'timeout', 'limit', 'skipped']);

/** A server that lacks the key hangs up, says goodbye or sends an empty one; any other failure says nothing about it. */
const NOT_HELD: ReadonlySet<ProbeFailure['kind']> = new Set(['reset', 'protocol']);

interface Keys {
  readonly proven: Observation<Facts['ssh.host-keys']>;
  readonly unproven: Facts['ssh.unproven-host-keys'];
  readonly login: Observation<LoginAnswer>;
  /** Why no further connection is welcome. */
  readonly stop: ProbeFailure | undefined;
}

/**
 * Asks for one key of each type on offer, each over a connection of its own, the first over `first`; and once, over the
 * first that is proven, for the login methods.
 */
export async function lookAtKeys(dial: Dial, first: SshClient, offer: KexInit): Promise<Keys> {
  const proven: Facts['ssh.host-keys'] = [];
  const unproven: Facts['ssh.unproven-host-keys'] = [];
  let login: Observation<LoginAnswer> | undefined;
  let failure: ProbeFailure | undefined;
  let stop: ProbeFailure | undefined = obstacleToKeys(offer);
  let connected: SshClient | undefined = first;
  const miss = (type: string, why: ProbeFailure, asked: boolean) => {
    failure ??= why;
    unproven.push({ type: type.slice(0, 64), asked, because: why.detail });
  };
  for (const type of keyTypes(offer)) {
    if (stop || verifiableAlgorithms(type, offer.serverHostKey).length === 0) {
      miss(type, stop ?? { kind: 'unsupported', detail: 'signatures of this type cannot be checked here' }, false);
      continue;
    }
    const client: Observation<SshClient> = connected ? { ok: true, value: connected } : await observe(() => connectAgain(dial));
    connected = undefined;
    const key: Observation<HostKey> = client.ok ? await observe(() => client.value.proveHostKey(type)) : client;
    if (key.ok) proven.push({ type: key.value.type, bits: key.value.bits, fingerprint: key.value.fingerprint });
    else {
      miss(type, key.failure, client.ok && NOT_HELD.has(key.failure.kind));
      if (!client.ok || FINAL.has(key.failure.kind)) stop = key.failure;
    }
    if (client.ok && key.ok) login ??= await observe(() => client.value.requestNone(NEUTRAL_USER_NAME));
    if (client.ok) client.value.close();
  }
  connected?.close();
  failure ??= { kind: 'protocol', detail: 'no host key algorithm on offer' };
  return {
    proven: proven.length > 0 ? { ok: true, value: proven } : { ok: false, failure },
    unproven,
    login: login ?? { ok: false, failure },
    stop,
  };
}

const keyTypes = (offer: KexInit): readonly string[] => [...new Set(offer.serverHostKey.map(keyType))].slice(0, KEY_TYPES_MAX);

async function connectAgain(dial: Dial): Promise<SshClient> {
  const client = await SshClient.connect(dial);
  try {
    await client.readOffer();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** The smallest modulus that group exchange gives, where it is on offer. */
export async function lookAtGroupExchange(
  dial: Dial,
  offer: KexInit,
  stop: ProbeFailure | undefined,
): Promise<Observation<Facts['ssh.group-exchange']>> {
  if (stop) return { ok: false, failure: stop };
  if (!groupExchanges.some((name) => offer.kex.includes(name))) return failed('unsupported', 'no group exchange on offer');
  return observe(async () => {
    const client = await connectAgain(dial);
    try {
      return { bits: await client.smallestModulusBits() };
    } finally {
      client.close();
    }
  });
}
