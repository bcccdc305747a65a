import type { Facts, Observation, ProbeFailure } from '../../model.js';
import { type Dial, failed, observe } from '../scanner.js';
import { type LoginAnswer, SshClient } from '../ssh-client.js';
import type { KexInit } from '../wire/ssh.js';
import { type HostKey, keyType, verifiableAlgorithms } from '../wire/ssh-host-key.js';
import { groupExchanges, supportedKeyExchanges } from '../wire/ssh-kex.js';

/** Nobody's account; it tells the reader of the server's log who asked. */
const NEUTRAL_USER_NAME = 'porosity';
/** More types than any server has. */
const KEY_TYPES_MAX = 8;
/** RFC 4251 section 6: the longest name. */
const TYPE_MAX = 64;
/** A server that lacks the key hangs up, says goodbye or sends an empty one; other failures say nothing about it. */
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
  let stop = obstacleToKeys(offer);
  let ready: SshClient | undefined = first;
  for (const type of keyTypes(offer)) {
    const obstacle = stop ?? obstacleTo(type, offer);
    const look: Look = obstacle ? { key: { ok: false, failure: obstacle }, asked: false } : await lookAtKey(dial, ready, type, !login);
    if (!obstacle) ready = undefined;
    login ??= look.login;
    if (look.key.ok) {
      const { bits, fingerprint } = look.key.value;
      proven.push({ type, bits, fingerprint });
    } else {
      failure ??= look.key.failure;
      unproven.push({ type: type.slice(0, TYPE_MAX), asked: look.asked, because: look.key.failure.detail });
      if (!obstacle && !look.asked && look.key.failure.kind !== 'unsupported') stop = look.key.failure;
    }
  }
  ready?.close();
  failure ??= { kind: 'protocol', detail: 'no host key algorithm on offer' };
  return {
    proven: proven.length > 0 ? { ok: true, value: proven } : { ok: false, failure },
    unproven,
    login: login ?? { ok: false, failure },
    stop,
  };
}

const keyTypes = (offer: KexInit): readonly string[] => [...new Set(offer.serverHostKey.map(keyType))].slice(0, KEY_TYPES_MAX);

function obstacleToKeys({ kex }: KexInit): ProbeFailure | undefined {
  if (kex.some((name) => supportedKeyExchanges.includes(name))) return undefined;
  return { kind: 'unsupported', detail: `none of its key exchanges can be spoken here: ${kex.join(', ').slice(0, 200)}` };
}

function obstacleTo(type: string, { serverHostKey }: KexInit): ProbeFailure | undefined {
  if (verifiableAlgorithms(type, serverHostKey).length > 0) return undefined;
  return { kind: 'unsupported', detail: 'signatures of this type cannot be checked here' };
}

interface Look {
  readonly key: Observation<HostKey>;
  /** The question was put; a failure then means that the server does not hold such a key. */
  readonly asked: boolean;
  readonly login?: Observation<LoginAnswer>;
}

async function lookAtKey(dial: Dial, ready: SshClient | undefined, type: string, withLogin: boolean): Promise<Look> {
  const client: Observation<SshClient> = ready ? { ok: true, value: ready } : await observe(() => connectAgain(dial));
  if (!client.ok) return { key: client, asked: false };
  try {
    const key = await observe(() => client.value.proveHostKey(type));
    if (!key.ok) return { key, asked: NOT_HELD.has(key.failure.kind) };
    const login = withLogin ? await observe(() => client.value.requestNone(NEUTRAL_USER_NAME)) : undefined;
    return { key, asked: true, login };
  } finally {
    client.value.close();
  }
}

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
