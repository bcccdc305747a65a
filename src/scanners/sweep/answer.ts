import { getSystemErrorName } from 'node:util';

/** What one connection taught: a state of the port, or something on our side that says nothing about it. */
export type Answer =
  | { readonly kind: 'open'; readonly reason: 'syn-ack' }
  | { readonly kind: 'closed'; readonly reason: 'conn-refused' }
  | { readonly kind: 'filtered'; readonly reason: string }
  | { readonly kind: 'shortage'; readonly reason: string; readonly scope: 'process' | 'host' }
  | { readonly kind: 'hopeless'; readonly reason: string };

export const NO_RESPONSE = 'no-response';

const OPEN: Answer = { kind: 'open', reason: 'syn-ack' };

/** In nmap's words (`portreasons.cc` names them); all errors that are not here are filtered for an `unknown-response`. */
const BY_NAME: Readonly<Record<string, Answer>> = {
  // A SYN that is refused gives ECONNREFUSED: these had shaken hands before they hung up (tcp_reset in Linux's tcp_input.c).
  ECONNRESET: OPEN,
  EPIPE: OPEN,
  ECONNREFUSED: { kind: 'closed', reason: 'conn-refused' },
  ETIMEDOUT: { kind: 'filtered', reason: NO_RESPONSE },
  EHOSTUNREACH: { kind: 'filtered', reason: 'host-unreach' },
  EHOSTDOWN: { kind: 'filtered', reason: 'host-unreach' },
  ENETUNREACH: { kind: 'filtered', reason: 'net-unreach' },
  ENETDOWN: { kind: 'filtered', reason: 'net-unreach' },
  // A rule on this machine, or a broadcast address.
  EACCES: { kind: 'filtered', reason: 'admin-prohibited' },
  EPERM: { kind: 'filtered', reason: 'admin-prohibited' },
  ENOPROTOOPT: { kind: 'filtered', reason: 'proto-unreach' },
  EMFILE: { kind: 'shortage', reason: 'no file descriptors left (EMFILE)', scope: 'process' },
  ENFILE: { kind: 'shortage', reason: 'the system has no file descriptors left (ENFILE)', scope: 'process' },
  ENOBUFS: { kind: 'shortage', reason: 'no network buffers left (ENOBUFS)', scope: 'process' },
  ENOMEM: { kind: 'shortage', reason: 'no memory left (ENOMEM)', scope: 'process' },
  EADDRNOTAVAIL: { kind: 'shortage', reason: 'no local port or address left (EADDRNOTAVAIL)', scope: 'host' },
  EINVAL: { kind: 'hopeless', reason: 'this machine has no way to this address (EINVAL)' },
  EAFNOSUPPORT: { kind: 'hopeless', reason: 'this machine does not speak this kind of address (EAFNOSUPPORT)' },
};
const known = new Map<number, Answer>();

/** Reads the status of a connection: 0, or a negative errno. */
export function answerOf(status: number): Answer {
  if (status === 0) return OPEN;
  let answer = known.get(status);
  if (!answer) {
    answer = BY_NAME[getSystemErrorName(status)] ?? { kind: 'filtered', reason: 'unknown-response' };
    known.set(status, answer);
  }
  return answer;
}
