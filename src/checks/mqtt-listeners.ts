import type { Exhibit, Facts, Subject } from '../model.js';
import { saw } from './check.js';

type Config = Facts['mqtt.config'];
export type Listener = Config['listeners'][number];

const LOOPBACK = /^(?:127\.|::1$|localhost$)/;

/** The listeners that the question is about: the one on the subject's port, else all that a network reaches. */
export function listenersFor({ listeners }: Config, { port }: Subject): readonly Listener[] {
  return listeners.filter((listener) => (port === undefined ? !LOOPBACK.test(listener.address) : listener.port === port));
}

/** Whether a listener takes clients without credentials; undefined where the file does not say it in words. */
export function takesAnyone({ allowAnonymous, logins }: Listener): boolean | undefined {
  if (allowAnonymous.value !== null || allowAnonymous.unresolved !== undefined) return allowAnonymous.value ?? undefined;
  return logins.length > 0 ? false : undefined;
}

/** The exhibit of one listener. */
export function showListener(listener: Listener): Exhibit {
  const { port, address, allowAnonymous, encrypted } = listener;
  const anonymous = allowAnonymous.value === null ? 'allow_anonymous not set' : `allow_anonymous ${allowAnonymous.value}`;
  const words = `listener ${port}${address ? ` ${address}` : ''}: ${anonymous}, ${encrypted ? 'TLS' : 'no TLS'}`;
  return saw('mqtt.config', words, allowAnonymous.place ?? listener.place);
}
