import type { Facts, Observation } from '../../model.js';
import { defineScanner, observe } from '../scanner.js';
import { SshClient } from '../ssh-client.js';
import type { KexInit } from '../wire/ssh.js';
import { lookAtGroupExchange, lookAtKeys } from './ssh-keys.js';

/** Longer than other looks: a server that looks our name up (`UseDNS`) does so before it answers the login request. */
const FIRST_DEADLINE_MS = 6_000;
/** Bounds of what is kept. RFC 4251 section 6 allows names of 64 characters, RFC 4253 section 4.2 lines of 255. */
const NAME_MAX = 64;
const NAMES_MAX = 100;
const LINE_MAX = 255;
const BANNER_MAX = 1_000;

export default defineScanner({
  protocol: 'ssh',
  usualPorts: [22, 2222, 22222],

  // The identification may follow other lines (RFC 4253 section 4.2); the two sentences are OpenSSH's when it is throttling.
  greeting: (firstBytes) => /^(SSH-\d|Exceeded MaxStartups|Not allowed at this time)/m.test(firstBytes.toString('latin1')),

  /** The first connection tells nearly everything; each further key type costs one more, group exchange another. */
  async gather(dial) {
    const client = await observe(() => SshClient.connect(dial, { deadlineMs: FIRST_DEADLINE_MS }));
    if (!client.ok) return everything(client, client);
    const banner = { ok: true, value: bannerFact(client.value) } as const;
    const offer = await observe(() => client.value.readOffer());
    if (!offer.ok) {
      client.value.close();
      return everything(banner, offer);
    }
    const keys = await lookAtKeys(dial, client.value, offer.value);
    return {
      'ssh.banner': banner,
      'ssh.algorithms': { ok: true, value: algorithmsFact(offer.value) },
      'ssh.host-keys': keys.proven,
      'ssh.unproven-host-keys': { ok: true, value: keys.unproven },
      'ssh.group-exchange': await lookAtGroupExchange(dial, offer.value, keys.stop),
      'ssh.auth-methods': mapped(keys.login, ({ methods, accepted }) => ({ methods: bounded(methods), noneAccepted: accepted })),
      'ssh.login-banner': mapped(keys.login, ({ banner: text }) => ({ text: text.slice(0, BANNER_MAX) })),
    };
  },
});

/** One failure stands for all that could not be seen because of it. */
function everything(banner: Observation<Facts['ssh.banner']>, failure: Observation<never>) {
  return {
    'ssh.banner': banner,
    'ssh.algorithms': failure,
    'ssh.host-keys': failure,
    'ssh.unproven-host-keys': failure,
    'ssh.group-exchange': failure,
    'ssh.auth-methods': failure,
    'ssh.login-banner': failure,
  };
}

function mapped<A, B>(observation: Observation<A>, change: (value: A) => B): Observation<B> {
  return observation.ok ? { ok: true, value: change(observation.value) } : observation;
}

function bannerFact({ identification: { software, comment, raw } }: SshClient): Facts['ssh.banner'] {
  const cut = (text: string) => text.slice(0, LINE_MAX);
  return { software: cut(software), comment: cut(comment), raw: cut(raw) };
}

const bounded = (...lists: (readonly string[])[]): string[] =>
  [...new Set(lists.flat())].slice(0, NAMES_MAX).map((name) => name.slice(0, NAME_MAX));

/** A marker, not a method: https://github.com/openssh/openssh-portable PROTOCOL section 1.10. */
const STRICT_KEX = 'kex-strict-s-v00@openssh.com';

function algorithmsFact(offer: KexInit): Facts['ssh.algorithms'] {
  return {
    kex: bounded(offer.kex),
    serverHostKey: bounded(offer.serverHostKey),
    ciphers: bounded(offer.ciphersToServer, offer.ciphersToClient),
    macs: bounded(offer.macsToServer, offer.macsToClient),
    compression: bounded(offer.compressionToServer, offer.compressionToClient),
    strictKex: offer.kex.includes(STRICT_KEX),
  };
}
