import { accessSync, closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { ProbeError, UsageError } from '../../errors.js';
import type { ConfigFile, ConfigFolder } from '../scanner.js';

/** What a folder may cost. A Home Assistant folder with every custom component has some 2,000 files. */
export const FOLDER_LIMITS = { files: 5_000, depth: 12, fileBytes: 1024 * 1024, totalBytes: 32 * 1024 * 1024 };
export type FolderLimits = typeof FOLDER_LIMITS;

/** Folders that hold no configuration, only many files. */
const NOT_ENTERED = new Set(['.git', 'node_modules', '__pycache__', '.venv', 'venv', 'deps', 'tts']);
/** Windows has no permission bits; its numbers say nothing. */
const HAS_MODES = process.platform !== 'win32';
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/** Lists a folder, or the folder of one file, once; nothing is opened before somebody asks for a text. */
export function openFolder(path: string, limits: FolderLimits = FOLDER_LIMITS): ConfigFolder {
  const named = existing(path);
  const single = !statSync(named).isDirectory();
  if (single && !statSync(named).isFile()) throw new UsageError(`${path} is neither a file nor a folder`);
  const root = single ? dirname(named) : named;
  const { files, directories, cut } = list(root, limits);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const asked = byPath.get(basename(named));
  if (single && !asked) throw new UsageError(`${path} could not be listed`);
  return {
    root,
    files: single && asked ? [asked] : files,
    single,
    directories,
    cut: single ? '' : cut,
    find: (wanted) => byPath.get(wanted),
    under: (directory) => files.filter((file) => directory === '' || file.path.startsWith(`${directory}/`)),
  };
}

function existing(path: string): string {
  try {
    const real = realpathSync(path);
    readableFolder(real);
    return real;
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`);
  }
}

function readableFolder(real: string): void {
  if (statSync(real).isDirectory()) readdirSync(real);
}

/** Breadth first, so that a cut takes the deepest files and leaves what matters. Links to folders are not entered. */
function list(root: string, limits: FolderLimits): { files: ConfigFile[]; directories: Map<string, number | undefined>; cut: string } {
  const files: ConfigFile[] = [];
  const directories = new Map([['', modeOf(root)]]);
  const left = { bytes: limits.totalBytes };
  const reasons = new Set<string>();
  let level = [''];
  for (let depth = 0; level.length > 0; depth++) {
    const next: string[] = [];
    for (const directory of level) {
      for (const entry of entriesOf(root, directory, reasons)) {
        const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
        if (entry.isDirectory()) {
          directories.set(path, modeOf(join(root, path)));
          if (!NOT_ENTERED.has(entry.name)) next.push(path);
        } else if (files.length < limits.files) {
          files.push(fileAt(root, path, limits, left));
        } else {
          reasons.add(`only the first ${limits.files} files were listed`);
        }
      }
    }
    level = files.length < limits.files ? next : [];
    if (depth + 1 >= limits.depth && level.length > 0) {
      reasons.add(`folders deeper than ${limits.depth} levels were not entered`);
      level = [];
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, directories, cut: [...reasons].join('; ') };
}

/** Undefined also where it cannot be asked: nothing is concluded from it then. */
function modeOf(directory: string): number | undefined {
  const state = HAS_MODES ? statSync(directory, { throwIfNoEntry: false }) : undefined;
  return state && state.mode & 0o7777;
}

function entriesOf(root: string, directory: string, reasons: Set<string>) {
  try {
    return readdirSync(join(root, directory), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    reasons.add(`${directory}: ${reasonOf(error)}`);
    return [];
  }
}

function fileAt(root: string, path: string, limits: FolderLimits, left: { bytes: number }): ConfigFile {
  let text: Promise<string> | undefined;
  const state = statOf(root, path);
  return {
    path,
    bytes: state.ok ? state.bytes : 0,
    problem: state.ok ? '' : state.error.message,
    mode: state.ok && HAS_MODES ? state.mode : undefined,
    text: () => (text ??= readText(path, state, limits, left)),
  };
}

type FileState =
  | { readonly ok: true; readonly real: string; readonly bytes: number; readonly mode: number }
  | { readonly ok: false; readonly error: ProbeError };

/** Follows a link only to a file in the same folder: what lies elsewhere was not given to us to read. */
function statOf(root: string, path: string): FileState {
  const refuse = (kind: ProbeError['kind'], why: string): FileState => ({ ok: false, error: new ProbeError(kind, `${path}: ${why}`) });
  try {
    const own = lstatSync(join(root, path));
    const real = own.isSymbolicLink() ? realpathSync(join(root, path)) : join(root, path);
    if (!inside(root, real)) return refuse('skipped', 'a link that leaves the folder');
    const target = own.isSymbolicLink() ? statSync(real) : own;
    if (!target.isFile()) return refuse('unsupported', target.isDirectory() ? 'a link to a folder' : 'not a regular file');
    accessSync(real, constants.R_OK);
    return { ok: true, real, bytes: target.size, mode: target.mode & 0o7777 };
  } catch (error) {
    return refuse('refused', reasonOf(error));
  }
}

const inside = (root: string, path: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

async function readText(path: string, state: FileState, limits: FolderLimits, left: { bytes: number }): Promise<string> {
  if (!state.ok) throw state.error;
  const refuse = (kind: ProbeError['kind'], why: string) => new ProbeError(kind, `${path}: ${why}`);
  if (state.bytes > limits.fileBytes) throw refuse('limit', `larger than ${limits.fileBytes} bytes`);
  if (state.bytes > left.bytes) throw refuse('limit', `more than ${limits.totalBytes} bytes in this folder`);
  left.bytes -= state.bytes;
  let bytes: Buffer;
  try {
    bytes = readBytes(state.real, limits.fileBytes);
  } catch (error) {
    throw refuse('refused', reasonOf(error));
  }
  if (bytes.length > limits.fileBytes) throw refuse('limit', `larger than ${limits.fileBytes} bytes`);
  if (bytes.includes(0)) throw refuse('unsupported', 'binary');
  return new TextDecoder().decode(bytes);
}

/** Opens without waiting and without following: the file may have become a pipe or a link since it was listed. */
function readBytes(real: string, most: number): Buffer {
  const descriptor = openSync(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error('not a regular file');
    const bytes = Buffer.alloc(Math.min(fstatSync(descriptor).size, most) + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got)
      got = readSync(descriptor, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'a loop of links',
  EISDIR: 'a folder',
};

/** Errors of the file system are told by their code: `instanceof` fails where they come from another realm. */
function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return REASONS[String(code)] ?? String(code ?? message ?? error);
}
