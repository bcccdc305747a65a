import { randomBytes } from 'node:crypto';
import { Fields } from '../../scanners/wire/smb/fields.js';
import { Command, decodeSmb2, encodeSmb2, Smb2Flag, type Smb2Message } from '../../scanners/wire/smb/smb2-message.js';
import { dialectNames } from '../../scanners/wire/smb/smb2-negotiate.js';
import { encodeNegTokenAnswer } from '../../scanners/wire/smb/spnego.js';
import { Status } from '../../scanners/wire/smb/status.js';
import { encodeNtlmChallenge, readNtlm } from './ntlm-challenge.js';
import { answerRpc } from './share-list-answer.js';
import { type DemoShare, SHARES } from './shares.js';
import * as answers from './smb2-answers.js';

const PIPE_TRANSCEIVE = 0x0011_c017;
/** Every bit of an access mask that changes something: MS-SMB2 2.2.13.1. */
const CHANGES = 0x500d_0156;
const OPEN_OR_CREATE: readonly number[] = [1, 3];

interface OpenFile {
  readonly share: DemoShare;
  readonly path: string;
  listed: boolean;
}
/** A body on its way out, or the status of a refusal. */
type Answer = Buffer | number | { readonly status: number; readonly body: Buffer };

/** One connection to the demo: SMB 2 and 3, everybody a guest, nothing written. */
export class Smb2Server {
  readonly #trees = new Map<number, DemoShare>();
  readonly #files = new Map<string, OpenFile>();
  #nextTree = 1;
  #nextSession = 1n;

  constructor(
    readonly netbiosName: string,
    readonly shares = SHARES,
  ) {}

  /** The answer to the SMB1 offer of a client that can do better; the dialect is still to be agreed. */
  welcome(dialect: number): Buffer {
    const header = { command: Command.NEGOTIATE, messageId: 0n, treeId: 0, sessionId: 0n, flags: Smb2Flag.RESPONSE };
    return encodeSmb2(header, answers.negotiateAnswer(dialect, this.netbiosName));
  }

  answer(message: Buffer): Buffer {
    const request = decodeSmb2(message);
    const ids = this.#ids(request);
    const answer = this.#handle(request, ids.treeId);
    const { status, body } =
      typeof answer === 'number'
        ? { status: answer, body: answers.errorAnswer() }
        : Buffer.isBuffer(answer)
          ? { status: Status.OK, body: answer }
          : answer;
    return encodeSmb2({ command: request.command, messageId: request.messageId, ...ids, status, flags: Smb2Flag.RESPONSE }, body);
  }

  /** Logins and tree connects get an id; everything else keeps the one it came with. */
  #ids({ command, sessionId, treeId }: Smb2Message): { readonly sessionId: bigint; readonly treeId: number } {
    if (command === Command.SESSION_SETUP && sessionId === 0n) return { sessionId: this.#nextSession++, treeId };
    if (command === Command.TREE_CONNECT) return { sessionId, treeId: this.#nextTree++ };
    return { sessionId, treeId };
  }

  #handle(request: Smb2Message, treeId: number): Answer {
    const { body, whole } = request;
    switch (request.command) {
      case Command.NEGOTIATE:
        return this.#negotiate(body);
      case Command.SESSION_SETUP:
        return this.#logIn(whole.slice(body.u16(12), body.u16(14)));
      case Command.TREE_CONNECT:
        return this.#connect(treeId, whole.slice(body.u16(4), body.u16(6)).toString('utf16le'));
      case Command.CREATE:
        return this.#open(request);
      case Command.CLOSE:
        this.#files.delete(body.slice(8, 16).toString('hex'));
        return answers.closeAnswer();
      case Command.QUERY_DIRECTORY:
        return this.#list(body);
      case Command.QUERY_INFO:
        return body.u16(2) === 0x0502 ? answers.queryAnswer(answers.volumeAttributes()) : Status.NOT_SUPPORTED;
      case Command.IOCTL:
        return this.#transceive(request);
      case Command.TREE_DISCONNECT:
      case Command.LOGOFF:
      case Command.ECHO:
        return answers.emptyAnswer();
      default:
        return Status.NOT_SUPPORTED;
    }
  }

  #negotiate(body: Fields): Answer {
    const offered = Array.from({ length: body.u16(2) }, (_, index) => body.u16(36 + 2 * index));
    const best = Math.max(...offered.filter((dialect) => dialectNames.has(dialect)));
    return best > 0 ? answers.negotiateAnswer(best, this.netbiosName) : Status.NOT_SUPPORTED;
  }

  #logIn(token: Buffer): Answer {
    const { type, wrapped, hasUser } = readNtlm(token);
    const wrap = (bytes: Buffer) => (wrapped ? encodeNegTokenAnswer(bytes) : bytes);
    if (type === 3) return answers.sessionAnswer(hasUser, wrap(Buffer.alloc(0)));
    const challenge = wrap(encodeNtlmChallenge(this.netbiosName, randomBytes(8)));
    return { status: Status.MORE_PROCESSING_REQUIRED, body: answers.sessionAnswer(false, challenge) };
  }

  #connect(treeId: number, path: string): Answer {
    const name = path.split('\\').at(-1)?.toLowerCase();
    const share = this.shares.find((candidate) => candidate.name.toLowerCase() === name);
    if (!share) return Status.BAD_NETWORK_NAME;
    this.#trees.set(treeId, share);
    return answers.treeAnswer(share.name === 'IPC$' ? 'pipe' : 'disk', share.writable);
  }

  #open({ treeId, body, whole }: Smb2Message): Answer {
    const share = this.#trees.get(treeId);
    const path = whole.slice(body.u16(44), body.u16(46)).toString('utf16le');
    if (!share) return Status.BAD_NETWORK_NAME;
    const there = path === '' || share.files.includes(path) || (share.name === 'IPC$' && path.toLowerCase() === 'srvsvc');
    if (!there) return OPEN_OR_CREATE.includes(body.u32(36)) ? Status.OBJECT_NAME_NOT_FOUND : Status.ACCESS_DENIED;
    if ((body.u32(24) & CHANGES) !== 0 && !share.writable && share.name !== 'IPC$') return Status.ACCESS_DENIED;
    const id = randomBytes(16);
    this.#files.set(id.toString('hex'), { share, path, listed: false });
    return answers.createAnswer(id, path === '');
  }

  #list(body: Fields): Answer {
    const file = this.#files.get(body.slice(8, 16).toString('hex'));
    const nameAt = answers.NAME_AT[body.u8(2)];
    if (!file || nameAt === undefined) return Status.INVALID_PARAMETER;
    if (file.listed) return Status.NO_MORE_FILES;
    file.listed = true;
    return answers.queryAnswer(answers.directoryEntries(file.share.files, nameAt));
  }

  #transceive({ body, whole }: Smb2Message): Answer {
    const fileId = body.slice(8, 16);
    if (body.u32(4) !== PIPE_TRANSCEIVE || !this.#files.has(fileId.toString('hex'))) return Status.NOT_SUPPORTED;
    return answers.ioctlAnswer(PIPE_TRANSCEIVE, fileId, answerRpc(whole.slice(body.u32(24), body.u32(28)), this.shares));
  }
}
