import type { ConfigFile, ConfigFolder } from '../scanner.js';
import type { Place } from '../../model.js';
import { parseEnv } from './env.js';
import { joinedLinesOf } from './lines.js';
import { filesNamed } from './paths.js';
import type { Setting, Settings } from './settings.js';
import { collect, type Found, oncePerFolder } from './unread.js';

/** One service unit with its drop-ins applied. */
export interface Unit {
  /** `beszel-agent.service` */
  readonly name: string;
  readonly place: Place;
  /** Every file that it was read from, drop-ins included. */
  readonly files: readonly ConfigFile[];
  /** The values of a key in `[Service]`, in order; what an empty assignment reset is not among them. */
  all(key: string): readonly Setting[];
  /** `Environment=` and then `EnvironmentFile=`, which wins. */
  readonly environment: Settings;
  /** Environment files that it names and the folder does not have; a leading `-` means that they may be missing. */
  readonly missing: readonly Setting[];
}

interface Assignment {
  readonly section: string;
  readonly key: string;
  readonly setting: Setting;
}

const UNIT = /(?:^|\/)([^/]+\.service)$/;
const DROP_IN = /(?:^|\/)([^/]+\.service)\.d\/[^/]+\.conf$/;
/** A unit of the administrator replaces the one that a package brings. */
const RANK = [/(?:^|\/)etc\/systemd\//, /(?:^|\/)run\/systemd\//, /(?:^|\/)usr\/local\/lib\/systemd\//];

/** Every service unit of a folder, with the drop-ins that belong to it. */
export const readUnits = oncePerFolder((folder): Promise<Found<Unit>> => {
  const units = new Map<string, ConfigFile>();
  for (const file of folder.files) {
    const name = UNIT.exec(file.path)?.[1];
    if (name === undefined) continue;
    const known = units.get(name);
    if (!known || rankOf(file) < rankOf(known)) units.set(name, file);
  }
  const dropIns = folder.files.filter((file) => DROP_IN.test(file.path)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return collect([...units], async ([name, file]) => {
    const own = dropIns.filter(({ path }) => DROP_IN.exec(path)?.[1] === name);
    return [await readUnit(folder, name, [file, ...own])];
  });
});

function rankOf({ path }: ConfigFile): number {
  const rank = RANK.findIndex((pattern) => pattern.test(path));
  return rank < 0 ? RANK.length : rank;
}
const nameOf = ({ path }: ConfigFile): string => path.slice(path.lastIndexOf('/') + 1);

async function readUnit(folder: ConfigFolder, name: string, files: readonly ConfigFile[]): Promise<Unit> {
  const lines = (await Promise.all(files.map(async (file) => parseUnit(await file.text(), file.path)))).flat();
  const all = (key: string): readonly Setting[] => {
    const values: Setting[] = [];
    for (const line of lines) {
      if (line.section !== 'Service' || line.key !== key) continue;
      if (line.setting.value === '') values.length = 0;
      else values.push(line.setting);
    }
    return values;
  };
  const environment = new Map<string, Setting>();
  const missing: Setting[] = [];
  for (const { value, place } of all('Environment'))
    for (const word of wordsOf(value)) {
      const [, key, text] = /^([A-Za-z_][A-Za-z0-9_]*)=([^]*)$/.exec(word) ?? [];
      if (key !== undefined && text !== undefined) environment.set(key, { value: text, place });
    }
  for (const setting of all('EnvironmentFile')) {
    const named = filesNamed(folder, setting.place.file, setting.value.replace(/^-/, ''));
    if (named.length === 0) missing.push(setting);
    for (const file of named) for (const [key, value] of parseEnv(await file.text(), file.path)) environment.set(key, value);
  }
  return { name, place: { file: files[0]!.path }, files, all, environment, missing };
}

/** Sections and assignments of a unit file. */
function parseUnit(text: string, file: string): readonly Assignment[] {
  const found: Assignment[] = [];
  let section = '';
  for (const { text: line, place } of joinedLinesOf(text, file)) {
    section = /^\[([^\]]+)\]$/.exec(line)?.[1] ?? section;
    const [, key, value] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) found.push({ section, key, setting: { value, place } });
  }
  return found;
}

/** Splits as systemd does: quotes, single or double, hold a word together. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_whole, double?: string, single?: string) =>
      (double ?? single ?? '').replace(/\\(.)/g, '$1'),
    ),
  );
}
