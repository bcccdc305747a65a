import { ProbeError } from '../../../errors.js';
import {
  decodeSmb1Negotiated,
  decodeSmb1SessionSetup,
  encodeDialects,
  encodeSmb1SessionSetup,
  NT_LM,
  type Smb1Negotiated,
} from '../../wire/smb/smb1-login.js';
import { decodeSmb1, encodeSmb1, type Smb1Body, Smb1Command, type Smb1Message } from '../../wire/smb/smb1-message.js';
import { Status } from '../../wire/smb/status.js';
import type { SmbConnection } from './connection.js';
import { type Client, denied, granted, type Identity, type Login } from './session.js';
import { type Smb1Context, Smb1Session } from './smb1-session.js';

const NULL_SESSION = { user: '', lm: Buffer.alloc(1), nt: Buffer.alloc(0) };
/** An answer to the challenge that belongs to no password: nobody has the name that goes with it. */
const NO_RESPONSE = Buffer.alloc(24);
const NOWHERE: Smb1Context = { userId: 0, treeId: 0 };

/** Speaks SMB1 on one connection: no extended security, no signing. */
export class Smb1Client implements Client {
  #nextMessageId = 1;
  #sessionKey = 0;

  constructor(
    readonly connection: SmbConnection,
    readonly server: string,
  ) {}

  /** Offers `NT LM 0.12` alone; undefined where the server speaks, and says no. */
  async negotiate(): Promise<Smb1Negotiated | undefined> {
    const answer = await this.request(Smb1Command.NEGOTIATE, { words: Buffer.alloc(0), bytes: encodeDialects([NT_LM]) });
    const negotiated = decodeSmb1Negotiated(answer);
    if (negotiated) this.#sessionKey = negotiated.sessionKey;
    return negotiated;
  }

  async login(identity: Identity): Promise<Login> {
    const login = identity === 'nobody' ? NULL_SESSION : { user: identity.user, lm: NO_RESPONSE, nt: NO_RESPONSE };
    const answer = await this.request(Smb1Command.SESSION_SETUP, encodeSmb1SessionSetup(this.#sessionKey, login));
    if (answer.status !== Status.OK) return { session: denied(answer.status) };
    const { guest, ...texts } = decodeSmb1SessionSetup(answer);
    return { texts, session: granted(new Smb1Session(this, { ...NOWHERE, userId: answer.userId }, guest)) };
  }

  /** Sends one request and waits for its answer. */
  async request(command: number, { words, bytes }: Smb1Body, { userId, treeId }: Smb1Context = NOWHERE): Promise<Smb1Message> {
    const messageId = this.#nextMessageId++;
    this.connection.send(encodeSmb1({ command, treeId, userId, messageId }, words, bytes));
    const answer = decodeSmb1(await this.connection.receive());
    if (!answer.response || answer.command !== command || answer.messageId !== messageId) {
      throw new ProbeError('protocol', 'the answer belongs to another request');
    }
    return answer;
  }
}
