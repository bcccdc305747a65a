import { ProbeError } from '../../errors.js';
import type { Place } from '../../model.js';
import { type ConfigFile, type ConfigFolder, failureOf } from '../scanner.js';
import { Inclusion } from './inclusion.js';
import { joinedLinesOf } from './lines.js';
import { filesNamed } from './paths.js';

export interface SmbSetting {
  readonly value: string;
  readonly place: Place;
  /** Written under a name that says the opposite (`writeable` for `read only`). */
  readonly inverted: boolean;
}
export interface Section {
  readonly name: string;
  readonly settings: Map<string, SmbSetting>;
  readonly place: Place;
}
export interface SmbConf {
  readonly global: ReadonlyMap<string, SmbSetting>;
  readonly shares: ReadonlyMap<string, Section>;
  readonly unread: ReadonlySet<string>;
}

/** Names without spaces and case; smb.conf(5) lists them as synonyms. */
const SYNONYMS: Readonly<Record<string, string>> = {
  public: 'guestok',
  onlyguest: 'guestonly',
  printok: 'printable',
  minprotocol: 'serverminprotocol',
};
const OPPOSITES: Readonly<Record<string, string>> = { writeable: 'readonly', writable: 'readonly', writeok: 'readonly' };

const MAX_SECTIONS = 1_000;
const MAX_NAME = 80;

/** Reads smb.conf as Samba does: in order, included files where they stand, `[global]` values as defaults of later shares. */
export async function readSmbConf(folder: ConfigFolder, file: ConfigFile): Promise<SmbConf> {
  const reader = new Reader(folder);
  await reader.read(file);
  return reader;
}

class Reader implements SmbConf {
  readonly global = new Map<string, SmbSetting>();
  readonly shares = new Map<string, Section>();
  readonly unread = new Set<string>();
  private current: Map<string, SmbSetting> = this.global;
  private readonly inclusion = new Inclusion();

  constructor(private readonly folder: ConfigFolder) {}

  read(file: ConfigFile): Promise<void> {
    return this.inclusion.enter(file, () => this.readLines(file));
  }

  private async readLines(file: ConfigFile): Promise<void> {
    for (const { text, place } of joinedLinesOf(await file.text(), file.path)) {
      const section = /^\[([^\]]*)\]/.exec(text)?.[1];
      if (section !== undefined) this.open(section.trim().replace(/\s+/g, ' '), place);
      else await this.set(text, place);
    }
  }

  private open(name: string, place: Place): void {
    const key = name.toLowerCase();
    if (key === 'global' || key === 'globals') {
      this.current = this.global;
      return;
    }
    const known = this.shares.get(key);
    if (!known && this.shares.size >= MAX_SECTIONS) throw new ProbeError('limit', `${place.file}: more than ${MAX_SECTIONS} sections`);
    const section = known ?? { name: name.slice(0, MAX_NAME), settings: new Map(this.global), place };
    this.shares.set(key, section);
    this.current = section.settings;
  }

  private async set(line: string, place: Place): Promise<void> {
    const equals = line.indexOf('=');
    if (equals < 0) return;
    const written = line.slice(0, equals).toLowerCase().replace(/\s+/g, '');
    const value = line.slice(equals + 1).trim();
    if (written === 'include' || written === 'configfile') return this.include(value, place);
    if (written === 'copy') {
      for (const [key, setting] of this.shares.get(value.toLowerCase())?.settings ?? []) this.current.set(key, setting);
      return;
    }
    const opposite = OPPOSITES[written];
    this.current.set(opposite ?? SYNONYMS[written] ?? written, { value, place, inverted: opposite !== undefined });
  }

  private async include(path: string, place: Place): Promise<void> {
    // `%m` and the like name a file for each client, `registry` none at all.
    const [file] = /%|^registry$/i.test(path) ? [] : filesNamed(this.folder, place.file, path);
    try {
      if (!file) throw new ProbeError('skipped', `${path} (${place.file}:${place.line}) is not in the folder`);
      await this.read(file);
    } catch (error) {
      this.unread.add(failureOf(error).detail);
    }
  }
}
