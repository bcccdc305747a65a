import type { Facts } from '../../model.js';
import { type ConfigFolder, defineFileScanner } from '../scanner.js';
import { type Directive, type NginxServer, readNginx } from './nginx.js';
import { isCovered } from './paths.js';

type Listener = Facts['tls.config-listeners']['listeners'][number];

const MAX_LISTED = 100;
const MAX_NAMES = 20;
/** nginx writes `TLSv1` for what everybody else calls TLS 1.0. */
const CALLED: Readonly<Record<string, string>> = { TLSv1: 'TLSv1.0' };

/** TLS as the proxies in the folder are told to speak it. Caddy knows nothing older than TLS 1.2. */
export default defineFileScanner({
  kind: 'tls',
  async read(folder) {
    const { found, unread } = await readNginx(folder);
    const listeners = found.flatMap(listenersOf).slice(0, MAX_LISTED);
    if (listeners.length === 0) return undefined;
    const missing = found.flatMap(({ directives }) => directives.filter(isMissing(folder)));
    const named = missing.map(({ args, place }) => `${args[0]} (${place.file}:${place.line}) is not in the folder`);
    return { 'tls.config-listeners': { ok: true, value: { listeners, unread: [...new Set([...unread, ...named])].slice(0, MAX_LISTED) } } };
  },
});

/** What every installation includes and what says nothing about TLS. */
const HARMLESS = /(?:^|\/)(?:mime\.types|(?:fastcgi|proxy|uwsgi|scgi)_params|fastcgi\.conf)$/;

/** An include that is still there was not found: an empty folder is one thing, a folder that is not here another. */
const isMissing =
  (folder: ConfigFolder) =>
  ({ name, args, place }: Directive): boolean =>
    name === 'include' && !HARMLESS.test(args[0] ?? '') && !(/[*?]/.test(args[0] ?? '') && isCovered(folder, place.file, args[0] ?? ''));

function listenersOf({ listens, names, directives }: NginxServer): readonly Listener[] {
  const set = directives.find(({ name }) => name === 'ssl_protocols');
  const protocols = set ? { value: set.args.map((name) => CALLED[name] ?? name), place: set.place } : { value: null };
  const ports = new Map(listens.filter(({ tls }) => tls).map((listen) => [listen.port, listen]));
  return [...ports.values()].map(({ port, place }) => ({ port, names: names.slice(0, MAX_NAMES), protocols, place }));
}
