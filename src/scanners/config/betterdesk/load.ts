import type { Place } from '../../../model.js';
import { parseEnv } from '../env.js';
import { readCompose, type ComposeService } from '../compose.js';
import type { Settings } from '../settings.js';
import { readUnits } from '../systemd.js';
import { collect, oncePerFolder } from '../unread.js';

/** What the server is started as: `all`, `signal` or `relay`. */
export const MODE = '-mode';

/** What of BetterDesk lies in a folder: the environment of its two programs, each undefined where nothing of it is there. */
export interface Installation {
  readonly server: Settings | undefined;
  readonly console: Settings | undefined;
  readonly services: readonly ComposeService[];
  readonly unread: readonly string[];
}

/** Variables that nobody else has, and those that others have, too: three of these are enough. */
const SERVER = /^(?:TLS_SIGNAL|TLS_RELAY|TLS_API|CDAP_ENABLED|CDAP_TLS|ENROLLMENT_MODE|RENDEZVOUS_SERVERS|RELAY_MAX_CONNS_PER_IP)$/;
const SERVER_TOO = /^(?:TLS_CERT|TLS_KEY|FORCE_HTTPS|ENCRYPTED_ONLY|WS_ALLOWED_ORIGINS|RELAY_SERVERS|AUDIT_LOG_FILE|ADMIN_PORT)$/;
const CONSOLE = /^BETTERDESK_/;
const CONSOLE_TOO =
  /^(?:SERVER_BACKEND|HTTPS_ENABLED|SSL_CERT_PATH|SSL_KEY_PATH|SESSION_SECRET|LOGIN_RATE_LIMIT_MAX|RATE_LIMIT_MAX|DEFAULT_ADMIN_PASSWORD)$/;
const IMAGE = /betterdesk/i;
const BINARY = /betterdesk-(?:server|console)/i;
const ENV_FILE = /(?:^|\/|\.| )env$/;

/** Reads compose files, service units and environment files, each for what it shows to be. */
export const loadInstallation = oncePerFolder(async (folder): Promise<Installation | undefined> => {
  const compose = await readCompose(folder);
  const units = await readUnits(folder);
  const files = await collect(
    folder.files.filter(({ path }) => ENV_FILE.test(path)),
    async (file) => [parseEnv(await file.text(), file.path)],
  );
  const services = compose.found.filter(({ image, environment }) => IMAGE.test(image) || isServer(environment) || isConsole(environment));
  const environments = [
    ...files.found.map((environment) => ({ environment, hint: '' })),
    ...units.found.map((unit) => {
      const [started] = unit.all('ExecStart').slice(-1);
      const command = started?.value ?? '';
      return { environment: withMode(unit.environment, command, started?.place), hint: `${unit.name} ${BINARY.exec(command)?.[0] ?? ''}` };
    }),
    ...services.map(({ name, image, environment, command, place }) => ({
      environment: withMode(environment, command, place),
      hint: `${image} ${name}`,
    })),
  ];
  const server = joined(environments.filter(({ environment, hint }) => isServer(environment) || /betterdesk.*server/i.test(hint)));
  const console = joined(environments.filter(({ environment, hint }) => isConsole(environment) || /betterdesk.*console/i.test(hint)));
  if (!server && !console && services.length === 0) return undefined;
  return { server, console, services, unread: [...compose.unread, ...units.unread, ...files.unread] };
});

/** The one setting of the command line that decides about others, under its own name. */
function withMode(environment: Settings, command: string, place: Place | undefined): Settings {
  const mode = /(?:^|\s)--?mode[=\s]+["']?([a-z]+)/.exec(command)?.[1];
  return mode && place ? new Map([...environment, [MODE, { value: mode, place }]]) : environment;
}

const isServer = (environment: Settings): boolean => tells(environment, SERVER, SERVER_TOO);
const isConsole = (environment: Settings): boolean => tells(environment, CONSOLE, CONSOLE_TOO);

function tells(environment: Settings, alone: RegExp, together: RegExp): boolean {
  const names = [...environment.keys()];
  return names.some((name) => alone.test(name)) || names.filter((name) => together.test(name)).length >= 3;
}

function joined(parts: readonly { readonly environment: Settings }[]): Settings | undefined {
  return parts.length > 0 ? new Map(parts.flatMap(({ environment }) => [...environment])) : undefined;
}
