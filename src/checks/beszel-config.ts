import type { Facts, Verdict } from '../model.js';
import { fail, notApplicable, pass, saw } from './check.js';
import { hidden, written } from './written.js';

type Hub = Facts['beszel-hub.config'][number];
export type Agent = Facts['beszel-agent.config'][number];

/** One verdict on all that the files start: a fail where one fails, else unknown where one is, else a pass. */
export function judgeEach<T>(items: readonly T[], judge: (item: T) => Verdict): Verdict {
  const verdicts = items.map(judge);
  const worst = (['fail', 'unknown', 'pass'] as const).find((outcome) => verdicts.some((verdict) => verdict.outcome === outcome));
  const [first, ...others] = verdicts.filter(({ outcome }) => outcome === worst);
  if (!first) return verdicts[0] ?? notApplicable('the files start none');
  return { ...first, exhibits: [first, ...others].flatMap(({ exhibits = [] }) => exhibits) };
}

/** For a variable that is better not set. */
export function switchOff(name: string, said: Hub['autoLogin'], on: string, off: string): Verdict {
  const exhibit = written('beszel-hub.config', name, said);
  if (said.value) return fail(on, exhibit);
  return hidden({ [name]: said }) ?? pass(off, exhibit);
}

/** Whether a password alone is enough, by MFA_OTP and DISABLE_PASSWORD_AUTH. */
export function judgeMfa({ mfa, passwordDisabled }: Pick<Hub, 'mfa' | 'passwordDisabled'>, enough: readonly string[]): Verdict {
  const exhibit = written('beszel-hub.config', 'MFA_OTP', mfa);
  if (enough.includes(mfa.value ?? '')) return pass('a second factor is asked for', exhibit);
  if (passwordDisabled.value)
    return pass('passwords are switched off', written('beszel-hub.config', 'DISABLE_PASSWORD_AUTH', passwordDisabled));
  return hidden({ MFA_OTP: mfa, DISABLE_PASSWORD_AUTH: passwordDisabled }) ?? fail('a password alone is enough', exhibit);
}

/** A pass, where the settings of an agent keep its SSH port from the network whatever else is so. */
export function closedBy({ sshDisabled, listen, keys, place }: Agent): Verdict | undefined {
  const fact = 'beszel-agent.config';
  if (sshDisabled.value) return pass('SSH is switched off', written(fact, 'DISABLE_SSH', sshDisabled));
  if (listen.value === 'loopback' || listen.value === 'socket' || listen.value === 'unpublished')
    return pass(`it listens on ${WHERE[listen.value]}`, written(fact, 'LISTEN', listen));
  if (keys.value?.length === 0) return pass('it has no key, and does not start without one', saw(fact, 'neither KEY nor KEY_FILE', place));
  return undefined;
}

const WHERE = { loopback: 'loopback alone', socket: 'a Unix socket', unpublished: 'a port that its container does not publish' };

/** Bits of a folder and of a file in it: whether somebody else than the owner gets to read the file. */
export function othersRead(folder: number | null, file: number): boolean {
  const enter = folder ?? 0o777;
  return ((enter & 0o010) !== 0 && (file & 0o040) !== 0) || ((enter & 0o001) !== 0 && (file & 0o004) !== 0);
}

/** `mode 644` as the owner of the file knows it. */
export const inOctal = (mode: number | null): string => (mode === null ? 'unknown' : mode.toString(8).padStart(3, '0'));
