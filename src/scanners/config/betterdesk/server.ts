import type { Facts } from '../../../model.js';
import { type ConfigFolder, defineFileScanner, observe } from '../../scanner.js';
import type { PublishedPort } from '../compose-ports.js';
import type { Setting, Settings } from '../settings.js';
import { type Installation, loadInstallation, MODE } from './load.js';

const MAX_CHARS = 200;
const MAX_LISTED = 100;
/** Nothing in these is a secret. */
const KEPT = [
  'TLS_CERT',
  'TLS_KEY',
  'TLS_SIGNAL',
  'TLS_RELAY',
  'TLS_API',
  'FORCE_HTTPS',
  'CDAP_ENABLED',
  'CDAP_TLS',
  'TRUST_PROXY',
  'WS_ALLOWED_ORIGINS',
  'ENCRYPTED_ONLY',
  'ENROLLMENT_MODE',
  'AUDIT_LOG_FILE',
  'ADMIN_PORT',
  MODE,
];
/** API, console, PostgreSQL of the profile. */
const MANAGEMENT: readonly number[] = [21114, 5000, 5432];
/** Written by BetterDesk's own compose comments, sample files and guides. */
const SHOWN: Readonly<Record<string, RegExp>> = {
  DATABASE_URL: /:\/\/betterdesk:betterdesk@/,
  POSTGRES_PASSWORD: /^betterdesk$/,
  PG_PASSWORD: /^betterdesk$/,
  DEFAULT_ADMIN_PASSWORD: /^(?:admin|admin123)$/,
  ADMIN_PASSWORD: /^(?:admin|admin123)$/,
  INIT_ADMIN_PASS: /^(?:admin|admin123)$/,
};
const SECRET_FILE = /(?:^|\/)(?:id_ed25519|\.api_key|\.session_secret|db_v2\.sqlite3(?:-wal)?|auth\.db(?:-wal)?)$/;
const ADMIN_CREDENTIALS = /(?:^|\/)\.admin_credentials$/;

export default defineFileScanner({
  kind: 'betterdesk',
  async read(folder) {
    const installation = await loadInstallation(folder);
    const files = secretFiles(folder);
    if (!installation) return dataFolder(folder) ? { 'betterdesk.config-secret-files': { ok: true, value: files } } : undefined;
    const { server, console, services, unread } = installation;
    const both: Settings = new Map([...(server ?? []), ...(console ?? [])]);
    return {
      ...(server ? { 'betterdesk.config-settings': await observe(() => settingsOf(server, unread)) } : {}),
      ...(services.length > 0 ? { 'betterdesk.config-published': await observe(() => publishedOf(installation)) } : {}),
      'betterdesk.config-totp': await observe(() => ({
        disabled: saidOf(both.get('RUSTDESK_API_DISABLE_TOTP')),
        acknowledged: saidOf(both.get('RUSTDESK_API_DISABLE_TOTP_ACKNOWLEDGED')),
      })),
      'betterdesk.config-credentials': await observe(() => shownIn(both, services)),
      ...(files.files.length + files.adminCredentials.length > 0 ? { 'betterdesk.config-secret-files': { ok: true, value: files } } : {}),
    };
  },
});

/** The two that only RustDesk and BetterDesk keep side by side. */
function dataFolder({ files }: ConfigFolder): boolean {
  return files.some(({ path }) => /(?:^|\/)db_v2\.sqlite3$/.test(path)) && files.some(({ path }) => /(?:^|\/)\.api_key$/.test(path));
}

export const saidOf = (setting: Setting | undefined) =>
  !setting
    ? { value: null }
    : setting.unresolved === undefined
      ? { value: setting.value.slice(0, MAX_CHARS), place: setting.place }
      : { value: null, place: setting.place, unresolved: setting.unresolved };

function settingsOf(server: Settings, unread: readonly string[]): Facts['betterdesk.config-settings'] {
  const password = server.get('ADMIN_PASSWORD');
  return {
    settings: Object.fromEntries(KEPT.filter((key) => server.has(key)).map((key) => [key, saidOf(server.get(key))])),
    adminPassword: { set: Boolean(password && (password.value || password.unresolved)), ...(password ? { place: password.place } : {}) },
    unread: unread.slice(0, MAX_LISTED),
  };
}

function publishedOf({ services }: Installation): Facts['betterdesk.config-published'] {
  const ports = services.flatMap(({ name, ports: published }) =>
    published.filter((port) => port.protocol === 'tcp' && MANAGEMENT.includes(port.container)).map((port) => rowOf(name, port)),
  );
  return { ports: ports.slice(0, MAX_LISTED) };
}

function rowOf(service: string, { address, from, container, place }: PublishedPort) {
  return { service, host: from ?? container, container, loopback: /^(?:127\.|\[?::1)/.test(address), place };
}

function shownIn(settings: Settings, services: Installation['services']): Facts['betterdesk.config-credentials'] {
  const all = [...settings, ...services.flatMap(({ environment }) => [...environment])];
  const known = all.filter(([key, { value }]) => SHOWN[key]?.test(value)).map(([key, { place }]) => [key, { text: key, place }] as const);
  return { known: [...new Map(known).values()] };
}

function secretFiles({ files }: ConfigFolder): Facts['betterdesk.config-secret-files'] {
  return {
    files: files
      .filter(({ path, mode }) => mode !== undefined && SECRET_FILE.test(path))
      .map(({ path, mode = 0 }) => ({ path, mode }))
      .slice(0, MAX_LISTED),
    adminCredentials: files.filter(({ path }) => ADMIN_CREDENTIALS.test(path)).map(({ path }) => ({ file: path })),
  };
}
