import { ProbeError } from '../../../errors.js';
import { answerSmb1Challenge } from '../../wire/smb/ntlm.js';
import {
  decodeSmb1Negotiated,
  decodeSmb1SessionSetup,
  encodeDialects,
  encodeSmb1SessionSetup,
  NT_LM,
  type Smb1Negotiated,
  type Smb1SessionAnswer,
} from '../../wire/smb/smb1-login.js';
import { decodeSmb1, encodeSmb1, Smb1Command, type Smb1Message } from '../../wire/smb/smb1-message.js';
import { Status } from '../../wire/smb/status.js';
import type { SmbConnection } from './connection.js';
import { denied, granted, type Identity, type Reply } from './session.js';

export interface Smb1Context {
  readonly userId: number;
  readonly treeId: number;
}
const NOWHERE: Smb1Context = { userId: 0, treeId: 0 };

/** Speaks SMB1 on one connection: no extended security, no signing. */
export class Smb1Client {
  #nextMessageId = 1;

  constructor(
    readonly connection: SmbConnection,
    readonly server: string,
  ) {}

  /** Offers `NT LM 0.12` alone; undefined where the server speaks, and says no. */
  async negotiate(): Promise<Smb1Negotiated | undefined> {
    return decodeSmb1Negotiated(await this.request(Smb1Command.NEGOTIATE, Buffer.alloc(0), encodeDialects([NT_LM])));
  }

  async login(
    identity: Identity,
    { sessionKey, challenge }: Smb1Negotiated,
  ): Promise<Reply<Smb1SessionAnswer & { readonly userId: number }>> {
    const secrets = identity === 'nobody' ? { lm: Buffer.alloc(1), nt: Buffer.alloc(0) } : answerSmb1Challenge(challenge, identity.user);
    const user = identity === 'nobody' ? '' : identity.user;
    const { words, bytes } = encodeSmb1SessionSetup(sessionKey, { user, ...secrets });
    const answer = await this.request(Smb1Command.SESSION_SETUP, words, bytes);
    if (answer.status !== Status.OK) return denied(answer.status);
    return granted({ ...decodeSmb1SessionSetup(answer), userId: answer.userId });
  }

  /** Sends one request and waits for its answer. */
  async request(command: number, words: Buffer, bytes: Buffer, { userId, treeId }: Smb1Context = NOWHERE): Promise<Smb1Message> {
    const messageId = this.#nextMessageId++;
    this.connection.send(encodeSmb1({ command, treeId, userId, messageId }, words, bytes));
    const answer = decodeSmb1(await this.connection.receive());
    if (!answer.response || answer.command !== command || answer.messageId !== messageId) {
      throw new ProbeError('protocol', 'the answer belongs to another request');
    }
    return answer;
  }
}
