import { ProbeError } from '../../../errors.js';
import { decodeEntries, type DirectoryEntry, isReadOnlyVolume } from '../../wire/smb/directory.js';
import { type Smb1Body, Smb1Command, type Smb1Message } from '../../wire/smb/smb1-message.js';
import {
  decodeSmb1Create,
  decodeSmb1Read,
  decodeSmb1TreeConnect,
  decodeTransaction,
  encodeFindFirst,
  encodeSmb1Close,
  encodeSmb1Create,
  encodeSmb1QueryVolume,
  encodeSmb1Read,
  encodeSmb1Transceive,
  encodeSmb1TreeConnect,
} from '../../wire/smb/smb1-share.js';
import { Access, type OpenRequest } from '../../wire/smb/smb2-file.js';
import type { ShareType } from '../../wire/smb/smb2-session.js';
import { Status, statusName } from '../../wire/smb/status.js';
import { denied, granted, type OpenFile, type Reply, type Session, type Tree } from './session.js';

/** Fits into one message of every server. */
const ANSWER_BYTES = 4 * 1024;

/** Where a request belongs. */
export interface Smb1Context {
  readonly userId: number;
  readonly treeId: number;
}

/** What a login asks through. */
interface Requests {
  readonly server: string;
  request(command: number, body: Smb1Body, context: Smb1Context): Promise<Smb1Message>;
}

/** A login over SMB1. */
export class Smb1Session implements Session {
  constructor(
    readonly client: Requests,
    readonly context: Smb1Context,
    readonly guest: boolean,
  ) {}

  async connect(share: string): Promise<Reply<Tree>> {
    const answer = await this.client.request(Smb1Command.TREE_CONNECT, encodeSmb1TreeConnect(this.client.server, share), this.context);
    if (answer.status !== Status.OK) return denied(answer.status);
    return granted(new Smb1Tree(this.client, { ...this.context, treeId: answer.treeId }, decodeSmb1TreeConnect(answer)));
  }
}

class Smb1Tree implements Tree {
  constructor(
    readonly client: Requests,
    readonly context: Smb1Context,
    readonly type: ShareType,
  ) {}

  async open(request: OpenRequest): Promise<Reply<OpenFile>> {
    const answer = await this.client.request(Smb1Command.CREATE, encodeSmb1Create(request), this.context);
    if (answer.status !== Status.OK) return denied(answer.status);
    return granted(new Smb1File(this.client, this.context, decodeSmb1Create(answer)));
  }

  async list(folder: string): Promise<Reply<readonly DirectoryEntry[]>> {
    // A search in a closed folder finds nothing, where opening it says that it is closed.
    const opened = await this.open({ path: folder, access: Access.LIST | Access.READ_ATTRIBUTES, kind: 'folder', how: 'open' });
    if (!opened.ok) return opened;
    await opened.value.close();
    const answer = await this.#transact(encodeFindFirst(folder, ANSWER_BYTES));
    if (answer.ok) return granted(decodeEntries(decodeTransaction(answer.value)));
    return answer.status === Status.NO_MORE_FILES || answer.status === Status.NO_SUCH_FILE ? granted([]) : answer;
  }

  async isReadOnlyVolume(): Promise<Reply<boolean>> {
    const answer = await this.#transact(encodeSmb1QueryVolume());
    return answer.ok ? granted(isReadOnlyVolume(decodeTransaction(answer.value))) : answer;
  }

  async disconnect(): Promise<void> {
    await this.client.request(Smb1Command.TREE_DISCONNECT, { words: Buffer.alloc(0), bytes: Buffer.alloc(0) }, this.context);
  }

  async #transact(body: Smb1Body): Promise<Reply<Smb1Message>> {
    const answer = await this.client.request(Smb1Command.TRANSACTION2, body, this.context);
    return answer.status === Status.OK ? granted(answer) : denied(answer.status);
  }
}

class Smb1File implements OpenFile {
  readonly maximalAccess = undefined;

  constructor(
    readonly client: Requests,
    readonly context: Smb1Context,
    readonly id: number,
  ) {}

  async transceive(input: Buffer): Promise<Buffer> {
    return decodeTransaction(await this.#ask(Smb1Command.TRANSACTION, encodeSmb1Transceive(this.id, input, ANSWER_BYTES)));
  }

  async read(): Promise<Buffer> {
    return decodeSmb1Read(await this.#ask(Smb1Command.READ_ANDX, encodeSmb1Read(this.id, ANSWER_BYTES)));
  }

  async close(): Promise<void> {
    await this.client.request(Smb1Command.CLOSE, encodeSmb1Close(this.id), this.context);
  }

  async #ask(command: number, body: Smb1Body): Promise<Smb1Message> {
    const answer = await this.client.request(command, body, this.context);
    // A pipe that holds more than fits says so and still gives what fits.
    if (answer.status !== Status.OK && answer.status !== Status.BUFFER_OVERFLOW) {
      throw new ProbeError('refused', `the pipe answers ${statusName(answer.status)}`);
    }
    return answer;
  }
}
