import type { Facts, Place } from '../../model.js';
import { type ConfigFile, type ConfigFolder, defineFileScanner, observe } from '../scanner.js';
import { readSmbConf, type Section, type SmbConf } from './smb-conf.js';

type SmbConfig = Facts['smb.config'];
type Share = SmbConfig['shares'][number];

const MAX_SHARES = 200;
const SHAPE = /^\s*\[\s*global\s*\]/im;
const WORDS = /^\s*(?:workgroup|map to guest|guest ok|passdb backend|server string|server min protocol)\s*=/im;

/** smb.conf, by name or by its `[global]` section. */
export default defineFileScanner({
  kind: 'smb',
  async read(folder) {
    const file = await findConfiguration(folder);
    return file && { 'smb.config': await observe(() => readConfiguration(folder, file)) };
  },
});

async function findConfiguration(folder: ConfigFolder): Promise<ConfigFile | undefined> {
  const byName = folder.files.filter(({ path }) => /(?:^|\/)smb\.conf$/.test(path)).sort((a, b) => a.path.length - b.path.length)[0];
  if (byName) return byName;
  for (const file of folder.files.filter(({ path }) => /\.conf$/.test(path))) {
    const text = await observe(() => file.text());
    if (text.ok && SHAPE.test(text.value) && WORDS.test(text.value)) return file;
  }
  return undefined;
}

async function readConfiguration(folder: ConfigFolder, file: ConfigFile): Promise<SmbConfig> {
  const { global, shares, unread } = await readSmbConf(folder, file);
  const guestAccount = global.get('guestaccount')?.value || 'nobody';
  return {
    shares: [...shares.values()]
      .filter(({ settings }) => booleanOf(settings, 'available').value !== false)
      .map((section) => readShare(section, guestAccount))
      .slice(0, MAX_SHARES),
    minProtocol: wordOf(global, 'serverminprotocol'),
    signing: wordOf(global, 'serversigning'),
    isDomainController: /domain ?controller/i.test(global.get('serverrole')?.value ?? ''),
    unread: [...unread],
  };
}

function readShare({ name, settings, place }: Section, guestAccount: string): Share {
  const guestOk = booleanOf(settings, 'guestok');
  const guestOnly = booleanOf(settings, 'guestonly');
  const readOnly = booleanOf(settings, 'readonly');
  const names = (key: string): readonly string[] =>
    (settings.get(key)?.value ?? '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
  const valid = names('validusers');
  return {
    name,
    guest: guestOnly.value
      ? guestOnly
      : { ...guestOk, ...(guestOk.value === null && guestOk.unresolved === undefined ? { value: false } : {}) },
    guestShutOut:
      (valid.length > 0 && !valid.includes(guestAccount.toLowerCase())) || names('invalidusers').includes(guestAccount.toLowerCase()),
    writable: { ...readOnly, value: readOnly.unresolved === undefined ? readOnly.value === false : null },
    printer: booleanOf(settings, 'printable').value === true,
    place,
  };
}

type Said<T> = { value: T | null; place?: Place; unresolved?: string };

function wordOf(settings: SmbConf['global'], key: string): Said<string> {
  const setting = settings.get(key);
  return setting ? { value: setting.value.toLowerCase().slice(0, 40), place: setting.place } : { value: null };
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  on: true,
  '1': true,
  no: false,
  false: false,
  off: false,
  '0': false,
};

/** With any other word smbd does not start. */
function booleanOf(settings: SmbConf['global'], key: string): Said<boolean> {
  const setting = settings.get(key);
  if (!setting) return { value: null };
  const value = BOOLEANS[setting.value.toLowerCase()];
  if (value === undefined) return { value: null, place: setting.place, unresolved: 'its value is no boolean' };
  return { value: setting.inverted ? !value : value, place: setting.place };
}
