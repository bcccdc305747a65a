import { ProbeError } from '../../../errors.js';
import type { Facts } from '../../../model.js';
import { valueOf } from '../../scanner.js';
import { at, textOf, type YamlNode } from '../yaml.js';
import type { Home } from './home.js';

type FilesFact = Facts['home-assistant.config-files'];
type Served = FilesFact['served'][number];

const MAX_LISTED = 50;

/** What must not lie under www/, which Core serves to everybody as /local/ (dossier section 3.8). */
const NOT_FOR_ALL: readonly (readonly [RegExp, Served['what']])[] = [
  [/(?:^|\/)(?:secrets\.ya?ml|\.storage\/|\.env$)/i, 'secrets'],
  [/(?:^|\/)backups?\/|\.(?:tar|tgz|tar\.gz|zip|bak)$/i, 'backup'],
  [/\.ya?ml$/i, 'configuration'],
  [/\.(?:db|sqlite3?)$/i, 'database'],
  [/\.(?:pem|key|p12|pfx)$|(?:^|\/)id_(?:rsa|ed25519|ecdsa)$/i, 'key'],
];

/** Home Assistant writes these for its own user only; everything else it leaves readable (measured, 2023 to 2025). */
const PRIVATE = /^\.storage\/(?:auth|auth_provider\..*|auth_module\..*|onboarding|core\.config|core\.uuid)$/;
const OWNER_ONLY = 0o600;
const READABLE = 0o644;
const BY_OTHERS = 0o077;
const WRITABLE_BY_OTHERS = 0o022;

/** Where the files lie and who may read them; of their content nothing. */
export function readFiles(home: Home): FilesFact {
  if (home.folder.cut !== '') throw new ProbeError('limit', home.folder.cut);
  const own = home.folder.files.flatMap((file) => {
    const prefix = home.base === '' ? '' : `${home.base}/`;
    return file.path.startsWith(prefix) ? [{ ...file, path: file.path.slice(prefix.length) }] : [];
  });
  const served = own.flatMap(({ path }): Served[] => {
    if (!path.startsWith('www/')) return [];
    const what = NOT_FOR_ALL.find(([pattern]) => pattern.test(path.slice('www/'.length)))?.[1];
    return what ? [{ path: home.path(path), what }] : [];
  });
  const loose = own.flatMap(({ path, mode }) => {
    if (mode === undefined) return [];
    const isPrivate = PRIVATE.test(path);
    const watched = isPrivate || /^(?:\.storage\/|[^/]*\.yaml$)/.test(path);
    const excess = watched ? mode & (isPrivate ? BY_OTHERS : WRITABLE_BY_OTHERS) : 0;
    return excess === 0 ? [] : [{ path: home.path(path), mode, usual: isPrivate ? OWNER_ONLY : READABLE }];
  });
  const secretsReadable = own.flatMap(({ path, mode }) =>
    /(?:^|\/)secrets\.yaml$/.test(path) && !path.startsWith('www/') && mode !== undefined && (mode & BY_OTHERS) !== 0
      ? [{ path: home.path(path), mode }]
      : [],
  );
  return {
    served: served.slice(0, MAX_LISTED),
    loose: loose.slice(0, MAX_LISTED),
    secretsReadable: secretsReadable.slice(0, MAX_LISTED),
    modesKnown: own.some(({ mode }) => mode !== undefined),
  };
}

/** The debug page of the built-in go2rtc, which opens its API to the network. */
export function readGo2rtc(home: Home): Facts['home-assistant.config-go2rtc'] {
  const root: YamlNode | undefined = valueOf(home.loaded)?.root;
  if (!root) throw new ProbeError('skipped', 'configuration.yaml could not be read');
  const block = at(root, 'go2rtc');
  const node = at(block, 'debug_ui');
  const unresolved = block?.unresolved ?? node?.unresolved;
  if (unresolved !== undefined) return { debugUi: { value: null, place: block?.place, unresolved } };
  const on = node && ['true', 'yes', 'on', '1', 'enable'].includes((textOf(node) ?? '').toLowerCase());
  return { debugUi: { value: on === true, ...(node ? { place: node.place } : {}) } };
}
