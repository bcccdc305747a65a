import { isIP } from 'node:net';
import type { Place } from '../../../model.js';
import type { Setting } from '../settings.js';
import { PREFIX, type Source } from './sources.js';

/** As `said` in facts/config.ts. */
export interface Said<T> {
  value: T | null;
  place?: Place;
  unresolved?: string;
}

const MAX_TEXT = 300;

/** The variable as the program reads it: with its prefix where that is set at all, even to nothing. */
export const variable = ({ part, environment }: Source, name: string): Setting | undefined =>
  environment.get(PREFIX[part] + name) ?? environment.get(name);

/** What a variable says, read by `read`; what is not set may stand in a file that is not among those we have. */
export function say<T>(source: Source, name: string, read: (text: string) => T): Said<T> {
  const setting = variable(source, name);
  if (!setting) return unset(source);
  const { place, unresolved } = setting;
  return unresolved === undefined ? { value: read(setting.value), place } : { value: null, place, unresolved };
}

/** Nothing is set, as far as it can be known. */
export function unset({ missing }: Source): Said<never> {
  const [file] = missing;
  return file ? { value: null, place: file.place, unresolved: `${file.value.slice(0, MAX_TEXT)} is not in the folder` } : { value: null };
}

/** Beszel compares with this word and takes everything else for no. */
export const isTrue = (text: string): boolean => text === 'true';
export const textIn = (text: string): string => text.slice(0, MAX_TEXT);

/** A secret, reduced to whether it is there. */
export function secret(source: Source, name: string): { set: boolean; how?: 'env'; place?: Place } {
  const setting = variable(source, name);
  return setting && (setting.value !== '' || setting.unresolved !== undefined)
    ? { set: true, how: 'env', place: setting.place }
    : { set: false };
}

/** A URL without what may be secret in it: no user, no path. */
export function endpointOf(source: Source, name: string, publishedServices: (host: string) => 'compose' | '') {
  return say(source, name, (text) => {
    const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(text) ?? [];
    const host = hostIn(rest);
    return { scheme: scheme.toLowerCase(), host: textIn(host), near: isLoopback(host) ? ('loopback' as const) : publishedServices(host) };
  });
}

function hostIn(rest: string): string {
  const [, bracketed, plain = ''] = /^(?:[^/@]*@)?(?:\[([^\]]*)\]|([^/:?#]*))/.exec(rest) ?? [];
  return bracketed ?? plain;
}

/** RFC 6761 section 6.3, RFC 1122 section 3.2.1.3. */
const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

export type Listen = Said<'every address' | 'one address' | 'loopback' | 'socket' | 'unpublished'>;

/** Go's way to write an address: `45876`, `:45876`, `10.8.0.5:45876`, `[::1]:45876`, or the path of a socket. */
export function listenOn(text: string): Listen['value'] {
  if (text.startsWith('/')) return 'socket';
  const host = /^\d+$/.test(text) ? '' : text.replace(/:\d*$/, '').replace(/^\[|\]$/g, '');
  if (isLoopback(host)) return 'loopback';
  return ['', '0.0.0.0', '::', '*'].includes(host) ? 'every address' : 'one address';
}

/** What of it the network sees: in a container, only what the compose file publishes. */
export function throughContainer(listen: Listen, { service }: Source, port: number): Listen {
  if (!service || listen.value === 'socket' || service.networkMode?.value === 'host') return listen;
  const { networkMode } = service;
  if (networkMode && /^(?:service|container):|^$/.test(networkMode.value)) {
    return { value: null, place: networkMode.place, unresolved: 'it shares the network of another container' };
  }
  const published = service.ports.filter(({ container, protocol }) => protocol === 'tcp' && (container === port || container === 0));
  const [first] = published;
  if (!first) return { value: 'unpublished', place: service.place };
  const unknown = published.find(({ unresolved }) => unresolved !== undefined);
  if (unknown) return { value: null, place: unknown.place, unresolved: unknown.unresolved! };
  const widest = published.find(({ address }) => address === '') ?? published.find(({ address }) => !isLoopback(address)) ?? first;
  return { value: listenOn(`${widest.address.includes(':') ? `[${widest.address}]` : widest.address}:${port}`), place: widest.place };
}
