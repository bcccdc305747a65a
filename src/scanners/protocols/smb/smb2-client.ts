import { ProbeError } from '../../../errors.js';
import { answerAnonymously, answerChallenge, decodeNtlmChallenge, encodeNtlmNegotiate } from '../../wire/smb/ntlm.js';
import { Command, decodeSmb2, encodeSmb2, signSmb2, Smb2Flag, type Smb2Message } from '../../wire/smb/smb2-message.js';
import { decodeNegotiated, encodeNegotiate, type Negotiated } from '../../wire/smb/smb2-negotiate.js';
import { decodeSessionSetup, encodeSessionSetup } from '../../wire/smb/smb2-session.js';
import { encodeNegTokenInit, encodeNegTokenReply } from '../../wire/smb/spnego.js';
import { Status } from '../../wire/smb/status.js';
import type { SmbConnection } from './connection.js';
import { type Client, denied, granted, type Identity, type Login, type Reply } from './session.js';
import { type Smb2Context, Smb2Session } from './smb2-session.js';

/** A peer that sends this many messages which nobody asked for is not worth listening to. */
const MAX_STRAY_MESSAGES = 16;

/** From here on signatures are made with AES-CMAC, which we have no use for: MS-SMB2 3.1.4.1. */
const FIRST_WITH_AES = 0x0300;
const NOWHERE: Smb2Context = { sessionId: 0n, treeId: 0 };

/** Speaks SMB 2 and 3 on one connection, without encryption. */
export class Smb2Client implements Client {
  #nextMessageId = 0n;
  #dialect = 0;
  #signingRequired = false;

  constructor(
    readonly connection: SmbConnection,
    readonly server: string,
  ) {}

  /** Agrees on one of the dialects; a connection can do that only once. */
  async negotiate(dialects: readonly number[]): Promise<Reply<Negotiated>> {
    const answer = await this.request(Command.NEGOTIATE, encodeNegotiate(dialects));
    if (answer.status !== Status.OK) return denied(answer.status);
    const negotiated = decodeNegotiated(answer);
    if (!dialects.includes(negotiated.dialect)) throw new ProbeError('protocol', 'the server chose a dialect that nobody offered');
    this.#dialect = negotiated.dialect;
    this.#signingRequired = negotiated.signing.required;
    return granted(negotiated);
  }

  /** Logs in by NTLM; several logins can live on one connection. */
  async login(identity: Identity): Promise<Login> {
    const first = await this.request(Command.SESSION_SETUP, encodeSessionSetup(encodeNegTokenInit(encodeNtlmNegotiate())));
    if (first.status !== Status.MORE_PROCESSING_REQUIRED) return { session: denied(first.status) };
    const challenge = decodeNtlmChallenge(decodeSessionSetup(first).token);
    const { message, sessionKey } =
      identity === 'nobody' ? answerAnonymously() : answerChallenge(challenge, { user: identity.user, password: '' });
    const context = { ...NOWHERE, sessionId: first.sessionId };
    const second = await this.request(Command.SESSION_SETUP, encodeSessionSetup(encodeNegTokenReply(message)), context);
    if (second.status !== Status.OK) return { challenge, session: denied(second.status) };
    const { guest } = decodeSessionSetup(second);
    // Guests and null sessions have no key that both sides know (MS-SMB2 3.2.5.3.1): nothing to sign with.
    const signs = this.#signingRequired && !guest && sessionKey.length > 0;
    if (signs && this.#dialect >= FIRST_WITH_AES) throw new ProbeError('unsupported', 'the server wants signatures of SMB 3');
    return { challenge, session: granted(new Smb2Session(this, { ...context, ...(signs ? { signingKey: sessionKey } : {}) }, guest)) };
  }

  /** Sends one request and waits for its final answer. */
  async request(command: number, body: Buffer, { sessionId, treeId, signingKey }: Smb2Context = NOWHERE): Promise<Smb2Message> {
    const messageId = this.#nextMessageId++;
    const message = encodeSmb2({ command, messageId, treeId, sessionId }, body);
    this.connection.send(signingKey ? signSmb2(message, signingKey) : message);
    for (let received = 0; received < MAX_STRAY_MESSAGES; received++) {
      const answer = decodeSmb2(await this.connection.receive());
      if ((answer.flags & Smb2Flag.RESPONSE) === 0 || answer.messageId !== messageId) continue;
      // An interim answer: the final one follows under the same id (MS-SMB2 3.2.5.1.5).
      if (answer.status === Status.PENDING) continue;
      if (answer.command !== command) throw new ProbeError('protocol', 'the answer belongs to another command');
      return answer;
    }
    throw new ProbeError('protocol', 'the server talks and does not answer');
  }
}
