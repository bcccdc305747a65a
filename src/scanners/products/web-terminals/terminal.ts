import { randomBytes } from 'node:crypto';
import type { TerminalProduct } from '../../../knowledge/web-terminals.js';
import type { Evidence, Facts } from '../../../model.js';
import type { HttpAnswer, HttpSession } from '../../http-client.js';
import { type Dial, ProbeError, valueOf } from '../../scanner.js';

export type Page = Facts['web-terminal.page'];
export type Root = Facts['http.root'];

/** One web terminal: how it is known, and the smallest look that decides who is let in. */
export interface Terminal {
  readonly product: TerminalProduct;
  /** Pure: whether the front page may hide it, so that one question is worth it. */
  mayHide(root: Root): boolean;
  /** Throws a ProbeError `protocol` where it is another program after all. */
  look(ask: HttpSession, root: Root): Promise<Page>;
  /** Where its WebSocket is, below the base; with the subprotocol it wants. */
  readonly socket?: { readonly path: string; readonly protocol?: string };
  /** What else there is to ask of this program. */
  more?(dial: Dial, ask: HttpSession, page: Page): Promise<Evidence>;
}

/** What the page shows of itself, for its door and its headers. */
export const pageOf = (root: Root, rest: Omit<Page, 'headers' | 'banner'> & { readonly banner?: string }): Page => ({
  banner: root.server,
  headers: root.headers,
  ...rest,
});

const REALM = /^Basic realm="([^"]{0,64})"/i;

/** The realm of a login with a name and a password; undefined where none is asked for. */
export const realmOf = ({ status, headers }: Pick<Root, 'status' | 'headers'>): string | undefined =>
  status === 401 ? (REALM.exec(headers['www-authenticate'] ?? '')?.[1] ?? '') : undefined;

export const sendsToTls = ({ status, location }: Root): boolean => status >= 300 && status < 400 && /^https:/i.test(location);

/** The front page, where HTTP was spoken at all. */
export const rootIn = (evidence: Evidence): Root | undefined => valueOf(evidence['http.root']);

/** The first 64 KiB of a page as text. */
export const textOf = ({ body }: HttpAnswer): string => body.toString('utf8');

export const otherProgram = (path: string, { status }: HttpAnswer): ProbeError =>
  new ProbeError('protocol', `answers in another way than this program does: GET ${path} answered ${status}`);

/**
 * Asks for a WebSocket and hangs up. No frame is sent: these programs start a process only for the first one. A server
 * that serves one client and ends (`--once`) would take this for its client: an active look.
 */
export function upgrade(ask: HttpSession, path: string, protocol?: string, origin?: string): Promise<HttpAnswer> {
  return ask.request({
    path,
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      ...(protocol === undefined ? {} : { 'Sec-WebSocket-Protocol': protocol }),
      ...(origin === undefined ? {} : { Origin: origin }),
    },
  });
}
