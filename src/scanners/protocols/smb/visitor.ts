import type { Facts, Observation } from '../../../model.js';
import { type Dial, failed, observe } from '../../scanner.js';
import type { ListedShare } from '../../wire/smb/share-list.js';
import { deniesAccess, refusesLogin, Status, statusName } from '../../wire/smb/status.js';
import { assess, NOT_LOOKED_AT, type ShareAccess, SHUT_OUT } from './access.js';
import type { Login, Reply, Session } from './session.js';
import { listShares } from './share-list.js';

/** Shares that a server may keep off its list: contract, section 6. */
export const USUAL_NAMES = ['config', 'addons', 'backup', 'media', 'share', 'ssl', 'homes', 'public', 'data'];
/** No server has this share; what it says to the name shows what its other answers are worth. */
const IMPOSSIBLE_NAME = 'porosity-none';
const MAX_TRIED = 64;

/** A share as one visitor met it. */
export interface Met {
  readonly type: string;
  readonly access: ShareAccess;
}

/** Somebody without credentials: walks through the shares and remembers what the server said. */
export class Visitor {
  readonly #dial: Dial;
  readonly #login: Observation<Login>;
  readonly #met = new Map<string, Met | undefined>();
  #listing: Observation<Reply<readonly ListedShare[]>> = failed('skipped', 'no session');

  constructor(dial: Dial, login: Observation<Login>) {
    this.#dial = dial;
    this.#login = login;
  }

  /** Tries the usual names, then asks for the list: Samba 4.17 with `smb encrypt = desired` hangs up on that question. */
  async walk(): Promise<readonly ListedShare[]> {
    await this.tryOut([...USUAL_NAMES, IMPOSSIBLE_NAME]);
    const session = this.#session();
    if (session) this.#listing = await observe(() => listShares(session, this.#dial.target.address));
    return this.#listing.ok && this.#listing.value.ok ? this.#listing.value.value : [];
  }

  /** Tries each share that it has not tried yet. */
  async tryOut(names: readonly string[]): Promise<void> {
    const session = this.#session();
    if (!session) return;
    for (const name of names) {
      const key = name.toLowerCase();
      if (this.#met.has(key) || this.#met.size >= MAX_TRIED) continue;
      const met = await observe(() => visit(session, name, this.#dial));
      this.#met.set(key, met.ok ? met.value : { type: 'unknown', access: NOT_LOOKED_AT });
    }
  }

  /** A share on no list; undefined where a share that cannot exist gets the same answer. */
  guessed(name: string): Met | undefined {
    const met = this.#met.get(name);
    const answers = this.#met.get(IMPOSSIBLE_NAME)?.access.connect;
    return met && met.access.connect !== null && met.access.connect === answers ? undefined : met;
  }

  /** What this visitor may do with a share that is known to exist. */
  access(name: string): ShareAccess {
    const key = name.toLowerCase();
    if (this.login.outcome === 'refused') return SHUT_OUT;
    if (!this.#met.has(key)) return NOT_LOOKED_AT;
    return this.#met.get(key)?.access ?? SHUT_OUT;
  }

  get login(): Facts['smb.sessions']['guest'] {
    if (!this.#login.ok) return { outcome: 'unclear', status: this.#login.failure.detail };
    const reply = this.#login.value.session;
    if (!reply.ok) return { outcome: refusesLogin(reply.status) ? 'refused' : 'unclear', status: statusName(reply.status) };
    return { outcome: reply.value.guest ? 'guest' : 'accepted', status: statusName(Status.OK) };
  }

  /** What came of the question for the list. A server that hangs up on it has not refused it: it may well have shares. */
  get listing(): Facts['smb.listing']['guest'] {
    const { outcome, status } = this.login;
    if (outcome === 'refused' || outcome === 'unclear') return { outcome, status };
    if (!this.#listing.ok) {
      const { kind, detail } = this.#listing.failure;
      return { outcome: kind === 'refused' ? 'refused' : 'unclear', status: detail };
    }
    const reply = this.#listing.value;
    if (reply.ok) return { outcome: 'listed', status };
    return { outcome: deniesAccess(reply.status) ? 'refused' : 'unclear', status: statusName(reply.status) };
  }

  #session(): Session | undefined {
    return this.#login.ok && this.#login.value.session.ok ? this.#login.value.session.value : undefined;
  }
}

async function visit(session: Session, share: string, { modes }: Dial): Promise<Met | undefined> {
  const tree = await session.connect(share);
  if (!tree.ok) {
    if (tree.status === Status.BAD_NETWORK_NAME) return undefined;
    return { type: 'unknown', access: deniesAccess(tree.status) ? SHUT_OUT : NOT_LOOKED_AT };
  }
  const { type } = tree.value;
  const access = type === 'disk' ? await assess(tree.value, modes) : { ...NOT_LOOKED_AT, connect: true };
  await tree.value.disconnect();
  return { type, access };
}
