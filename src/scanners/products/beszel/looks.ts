import type { Facts, WireFactOf } from '../../../model.js';
import { FOREIGN_ORIGIN } from '../../http-client.js';
import { list, object, text } from '../../json.js';
import { ProbeError } from '../../scanner.js';
import { type HubClient, strange, turnsAway } from './client.js';

type Fact<Name extends string> = Facts[Extract<WireFactOf<'beszel-hub'>, `beszel-hub.${Name}`>];

/** JSON since 0.18.8, a JavaScript literal with bare keys before; nothing up to 0.9. */
export async function readPage(hub: HubClient, path: string): Promise<Fact<'page'>> {
  const { html } = await hub.ask({ path });
  const global = /\bBESZEL\s*=\s*\{([^}]{0,2000})\}/.exec(html)?.[1];
  const word = (name: string): string => text(new RegExp(`["']?\\b${name}["']?\\s*:\\s*["']([^"']*)["']`).exec(global ?? '')?.[1]);
  return { path, isHub: global !== undefined, version: word('HUB_VERSION'), hubUrl: word('HUB_URL'), basePath: word('BASE_PATH') };
}

/** The hub itself has its API at the root, whatever BASE_PATH says; a proxy may have it below. */
export async function readFirstRun(hub: HubClient, basePath: string): Promise<Fact<'first-run'>> {
  const bases = [...new Set(['/', /^\/[\w./-]*\/$/.test(basePath) ? basePath : '/'])];
  let last: ProbeError | undefined;
  for (const base of bases) {
    const path = `${base}api/beszel/first-run`;
    const answer = await hub.ask({ path });
    const firstRun = answer.status === 200 ? answer.said?.['firstRun'] : undefined;
    if (typeof firstRun === 'boolean') return { base, firstRun };
    last ??= strange(path, answer);
  }
  throw last ?? new ProbeError('bug', 'no path was asked');
}

interface Info {
  readonly info: Fact<'anonymous-info'>;
  readonly cors: Fact<'cors'>;
}

/** What every login may read, asked without one; releases up to 0.12.3 call it getkey. The public key in it is not kept. */
export async function readInfo(hub: HubClient, base: string): Promise<Info> {
  const ask = async (path: string): Promise<Info> => {
    const answer = await hub.ask({ path, headers: { Origin: FOREIGN_ORIGIN } });
    const { status, said } = answer;
    const cors = { status, allowedOrigin: text(answer.headers['access-control-allow-origin']) };
    const as = (kind: Info['info']['answer'], version = ''): Info => ({ info: { status, path, answer: kind, version }, cors });
    if (status === 200 && text(said?.['key']) && typeof said?.['v'] === 'string') return as('open', text(said['v']));
    if (turnsAway(answer)) return as('login');
    if (answer.isPage) return as('absent');
    throw strange(path, answer);
  };
  const info = await ask(`${base}api/beszel/info`);
  return info.info.answer === 'absent' ? ask(`${base}api/beszel/getkey`) : info;
}

/** PocketBase before 0.23 has no `password` and no `mfa`. */
export async function readSignIn(hub: HubClient, base: string, collection: string): Promise<Fact<'sign-in'>> {
  const path = `${base}api/collections/${collection}/auth-methods`;
  const answer = await hub.ask({ path });
  const { status, said } = answer;
  if (status !== 200 || !said || !('emailPassword' in said || 'password' in said)) throw strange(path, answer);
  const providers = list(object(said['oauth2'])['providers'] ?? said['authProviders']).map((entry) => text(object(entry)['name']));
  const password = object(said['password'])['enabled'] ?? (said['emailPassword'] === true || said['usernamePassword'] === true);
  return { password: password === true, mfa: object(said['mfa'])['enabled'] === true, providers };
}

/** The dashboard of PocketBase, which has a login of its own. */
export async function readAdminUi(hub: HubClient, base: string): Promise<Fact<'admin-ui'>> {
  const { status, html } = await hub.ask({ path: `${base}_/` });
  if (status >= 500) throw new ProbeError('protocol', `${base}_/ answered ${status}`);
  return { status, isPocketBase: status === 200 && /<title>PocketBase<\/title>/.test(html) };
}
