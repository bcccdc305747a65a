import { decodeEntries, type DirectoryEntry, isReadOnlyVolume } from '../../wire/smb/directory.js';
import {
  Access,
  decodeCreate,
  decodeQueried,
  decodeRead,
  decodeTransceived,
  encodeClose,
  encodeCreate,
  encodeQueryDirectory,
  encodeQueryVolume,
  encodeRead,
  encodeTransceive,
  type OpenRequest,
} from '../../wire/smb/smb2-file.js';
import { Command, type Smb2Message } from '../../wire/smb/smb2-message.js';
import { decodeTreeConnect, encodeTreeDisconnect, encodeTreeConnect, type ShareType } from '../../wire/smb/smb2-session.js';
import { Status, statusName } from '../../wire/smb/status.js';
import { ProbeError } from '../../../errors.js';
import { denied, granted, type OpenFile, type Reply, type Session, type Tree } from './session.js';

/** One page of names is enough to see whether a folder may be listed. */
const PAGE_BYTES = 16 * 1024;
/** What SMB 2.0.2 moves at most in one message. */
const TRANSFER_BYTES = 60 * 1024;

/** Where a request belongs. */
export interface Smb2Context {
  readonly sessionId: bigint;
  readonly treeId: number;
  /** Signs the request, where the session must. */
  readonly signingKey?: Buffer;
}

/** What a login asks through. */
interface Requests {
  readonly server: string;
  request(command: number, body: Buffer, context: Smb2Context): Promise<Smb2Message>;
}

/** A login over SMB 2 or 3. */
export class Smb2Session implements Session {
  constructor(
    readonly client: Requests,
    readonly context: Smb2Context,
    readonly guest: boolean,
  ) {}

  async connect(share: string): Promise<Reply<Tree>> {
    const answer = await this.client.request(Command.TREE_CONNECT, encodeTreeConnect(this.client.server, share), this.context);
    if (answer.status !== Status.OK) return denied(answer.status);
    return granted(new Smb2Tree(this.client, { ...this.context, treeId: answer.treeId }, decodeTreeConnect(answer)));
  }
}

class Smb2Tree implements Tree {
  constructor(
    readonly client: Requests,
    readonly context: Smb2Context,
    readonly type: ShareType,
  ) {}

  async open(request: OpenRequest): Promise<Reply<Smb2File>> {
    const answer = await this.#ask(Command.CREATE, encodeCreate(request));
    if (!answer.ok) return answer;
    const { id, maximalAccess } = decodeCreate(answer.value);
    return granted(new Smb2File(this.client, this.context, id, maximalAccess));
  }

  async list(folder: string): Promise<Reply<readonly DirectoryEntry[]>> {
    const answer = await this.#query(folder, Access.LIST, Command.QUERY_DIRECTORY, (id) => encodeQueryDirectory(id, PAGE_BYTES));
    if (answer.ok) return granted(decodeEntries(decodeQueried(answer.value)));
    // A folder without any entry ends so at once.
    return answer.status === Status.NO_MORE_FILES || answer.status === Status.NO_SUCH_FILE ? granted([]) : answer;
  }

  async isReadOnlyVolume(): Promise<Reply<boolean>> {
    const answer = await this.#query('', Access.READ_ATTRIBUTES, Command.QUERY_INFO, encodeQueryVolume);
    return answer.ok ? granted(isReadOnlyVolume(decodeQueried(answer.value))) : answer;
  }

  async disconnect(): Promise<void> {
    await this.client.request(Command.TREE_DISCONNECT, encodeTreeDisconnect(), this.context);
  }

  /** Opens a folder for one question about it. */
  async #query(path: string, access: number, command: number, body: (fileId: Buffer) => Buffer): Promise<Reply<Smb2Message>> {
    const folder = await this.open({ path, access: access | Access.READ_ATTRIBUTES, kind: 'folder', how: 'open' });
    if (!folder.ok) return folder;
    const answer = await this.#ask(command, body(folder.value.id));
    await folder.value.close();
    return answer;
  }

  async #ask(command: number, body: Buffer): Promise<Reply<Smb2Message>> {
    const answer = await this.client.request(command, body, this.context);
    return answer.status === Status.OK ? granted(answer) : denied(answer.status);
  }
}

class Smb2File implements OpenFile {
  constructor(
    readonly client: Requests,
    readonly context: Smb2Context,
    readonly id: Buffer,
    readonly maximalAccess: number | undefined,
  ) {}

  async transceive(input: Buffer): Promise<Buffer> {
    return decodeTransceived(await this.#ask(Command.IOCTL, encodeTransceive(this.id, input, TRANSFER_BYTES)));
  }

  async read(): Promise<Buffer> {
    return decodeRead(await this.#ask(Command.READ, encodeRead(this.id, TRANSFER_BYTES)));
  }

  async close(): Promise<void> {
    await this.client.request(Command.CLOSE, encodeClose(this.id), this.context);
  }

  async #ask(command: number, body: Buffer): Promise<Smb2Message> {
    const answer = await this.client.request(command, body, this.context);
    // A pipe that holds more than fits says so and still gives what fits.
    if (answer.status !== Status.OK && answer.status !== Status.BUFFER_OVERFLOW) {
      throw new ProbeError('refused', `the pipe answers ${statusName(answer.status)}`);
    }
    return answer;
  }
}
