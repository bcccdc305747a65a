import { valueOf } from '../model/observation.js';
import type { Facts, Observation, Subject, Verdict } from '../model.js';
import { type CheckContext, notApplicable, unknown } from './check.js';
import { AT_THE_FRONT, isFront } from './containerssh-files.js';

type Written = Facts['containerssh.config-auth'];
type Webhook = Written['webhooks'][number];

/**
 * What config.yaml adds: a webhook that demands a client certificate tells us nothing about itself, but the file names
 * its port. Said beside the front; a webhook that answered has verdicts of its own.
 */
export const whereFileNamesIt = (judge: (door: Subject, context: CheckContext) => Verdict) => ({
  requires: ['containerssh.config-auth'] as const,
  evaluate({ 'containerssh.config-auth': { webhooks } }: { 'containerssh.config-auth': Written }, context: CheckContext): Verdict {
    if (!isFront(context)) return notApplicable(AT_THE_FRONT);
    const verdicts = silentDoors(webhooks.filter(isForLogins), context).map((door) => {
      const verdict = demandsCertificate(door) ? judge(door, context) : unknown('it did not answer as a webhook does');
      return { ...verdict, because: `${verdict.because} (port ${door.port}, which config.yaml names)` };
    });
    const byWeight = (['fail', 'unknown', 'pass'] as const).map((outcome) => verdicts.find((verdict) => verdict.outcome === outcome));
    return byWeight.find(Boolean) ?? notApplicable('config.yaml names no TLS port of this host that kept silent');
  },
});

type Judge<T> = (value: T, door: Subject, context: CheckContext) => Verdict;
type TlsFact = 'tls.protocols' | 'tls.ciphers' | 'tls.certificate';

/** Both answers of a check on the TLS that a webhook is spoken to in: of one that answered, and of one that the file names. */
export function judgedByTls<Name extends TlsFact>(name: Name, judge: Judge<Facts[Name]>) {
  const judgeDoor = (door: Subject, context: CheckContext) => {
    const seen = door.evidence[name] as Observation<Facts[Name]> | undefined;
    if (!seen) return unknown('its TLS was not looked at');
    return seen.ok ? judge(seen.value, door, context) : unknown(`its TLS could not be seen: ${seen.failure.detail}`);
  };
  return {
    files: whereFileNamesIt(judgeDoor),
    evaluate: (_facts: unknown, context: CheckContext): Verdict =>
      context.subject.tls ? judgeDoor(context.subject, context) : notApplicable('it is spoken to without TLS'),
  };
}

/** Not the one that hands out configurations. */
export const isForLogins = ({ key }: Webhook): boolean => key.startsWith('auth');

/** Those of the file that are called on this port of this host. */
export const calledAt = (webhooks: readonly Webhook[], { target, port }: Pick<Subject, 'target' | 'port'>): readonly Webhook[] =>
  webhooks.filter((webhook) => {
    const isHere = webhook.loopback || [target.address, target.name].includes(hostOf(webhook));
    return isHere && URL.canParse(webhook.url) && portOf(webhook) === port;
  });

/** The host by which the file calls it, an IPv6 address without brackets. */
export const hostOf = ({ url }: Webhook): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : '');

const portOf = ({ url, secure }: Webhook): number => Number(new URL(url).port) || (secure ? 443 : 80);

const demandsCertificate = ({ evidence }: Subject): boolean => valueOf(evidence['tls.session'])?.clientCertificate === 'required';

/** Ports of this host that speak TLS, that the file names, and that did not say by themselves that they are a webhook. */
function silentDoors(webhooks: readonly Webhook[], { neighbours }: CheckContext): readonly Subject[] {
  const hasAnswered = ({ port }: Subject) => neighbours.some((one) => one.port === port && one.evidence['containerssh.auth-webhook']?.ok);
  const isNamed = (subject: Subject) => calledAt(webhooks, subject).some(({ secure }) => secure);
  return neighbours.filter((subject) => subject.kind === 'tls' && isNamed(subject) && !hasAnswered(subject));
}
