import type { Facts } from '../../model.js';
import { defineFileScanner } from '../scanner.js';
import { type NginxServer, readNginx } from './nginx.js';

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
    return listeners.length > 0 ? { 'tls.config-listeners': { ok: true, value: { listeners, unread: [...unread] } } } : undefined;
  },
});

function listenersOf({ listens, names, directives }: NginxServer): readonly Listener[] {
  const set = directives.find(({ name }) => name === 'ssl_protocols');
  const protocols = set ? { value: set.args.map((name) => CALLED[name] ?? name), place: set.place } : { value: null };
  const ports = new Map(listens.filter(({ tls }) => tls).map((listen) => [listen.port, listen]));
  return [...ports.values()].map(({ port, place }) => ({ port, names: names.slice(0, MAX_NAMES), protocols, place }));
}
