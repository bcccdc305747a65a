import type { DirectoryEntry } from '../../wire/smb/directory.js';
import type { NtlmChallenge } from '../../wire/smb/ntlm.js';
import type { Smb1Texts } from '../../wire/smb/smb1-login.js';
import type { OpenRequest } from '../../wire/smb/smb2-file.js';
import type { ShareType } from '../../wire/smb/smb2-session.js';

/** What the server said: yes with a value, or an NT status. Trouble with the connection is thrown instead. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number };

export const granted = <T>(value: T): Reply<T> => ({ ok: true, value });
export const denied = (status: number): Reply<never> => ({ ok: false, status });

/** Who we say we are: nobody at all, or a user with this name and an empty password. */
export type Identity = { readonly user: string } | 'nobody';

/** How a login ended, and what the server told about itself on the way, if it came that far. */
export interface Login {
  readonly challenge?: NtlmChallenge;
  readonly texts?: Smb1Texts;
  readonly session: Reply<Session>;
}

/** One connection on which several logins can live, the same for both generations of SMB. */
export interface Client {
  login(identity: Identity): Promise<Login>;
}

export interface Session {
  readonly guest: boolean;
  connect(share: string): Promise<Reply<Tree>>;
}

/** A share that let us in. */
export interface Tree {
  readonly type: ShareType;
  open(request: OpenRequest): Promise<Reply<OpenFile>>;
  /** The first page of a folder: path relative to the share, empty for its root. */
  list(folder: string): Promise<Reply<readonly DirectoryEntry[]>>;
  /** True where the volume is mounted read-only whatever the permissions say. */
  isReadOnlyVolume(): Promise<Reply<boolean>>;
  disconnect(): Promise<void>;
}

export interface OpenFile {
  /** Everything that this session might do with the file; undefined where the server does not tell. */
  readonly maximalAccess: number | undefined;
  /** Writes to a named pipe and gives what it answers, at most 64 KiB. */
  transceive(input: Buffer): Promise<Buffer>;
  /** More of an answer that did not fit. */
  read(): Promise<Buffer>;
  close(): Promise<void>;
}
