import { PUBLISHED_KEYS } from '../../../knowledge/webssh.js';
import type { Facts, Place } from '../../../model.js';
import type { ConfigFolder } from '../../scanner.js';
import type { ComposeService } from '../compose.js';
import { readNginx } from '../nginx.js';
import type { Setting, Settings } from '../settings.js';

type Config = Facts['webssh.config'];

const TEXT_MAX_CHARS = 200;
const MAX_LISTED = 50;
const PORT = 5000;
const LOOPBACK = /^(?:127\.|::1$)/;
const SECOND_FACTORS = ['TOTP_ENABLED', 'WEBAUTHN_ENABLED', 'OIDC_ENABLED', 'LDAP_ENABLED'];
const WORKERS = /(?:^|\s)(?:-w\s*|--workers[=\s]+)(\d{1,4})(?:\s|$)/;

export function ofEnvironment(settings: Settings, place: Place): Config {
  const text = (key: string): Config['debug'] => saidOf(settings.get(key));
  return {
    place,
    image: '',
    openPorts: null,
    proxied: false,
    privileges: [],
    secretKey: secretKeyOf(settings.get('SECRET_KEY')),
    workers: workersOf(settings.get('WEB_CONCURRENCY'), settings.get('GUNICORN_CMD_ARGS')),
    debug: text('DEBUG'),
    rateLimitEnabled: text('RATELIMIT_ENABLED'),
    loginLimit: text('RATELIMIT_LOGIN_LIMIT'),
    registrationEnabled: text('REGISTRATION_ENABLED'),
    corsOrigins: text('CORS_ORIGINS'),
    sessionCookieSecure: text('SESSION_COOKIE_SECURE'),
    trustedProxies: text('TRUSTED_PROXIES'),
    blockInternalSsh: text('BLOCK_INTERNAL_SSH'),
    deploymentProfile: text('DEPLOYMENT_PROFILE'),
    secondFactors: SECOND_FACTORS.flatMap((key) => {
      const setting = settings.get(key);
      return setting ? [{ key, value: setting.value.slice(0, TEXT_MAX_CHARS), place: setting.place }] : [];
    }),
  };
}

export async function ofComposeService(folder: ConfigFolder, service: ComposeService): Promise<Config> {
  const config = ofEnvironment(service.environment, service.place);
  const port = Number(service.environment.get('PORT')?.value ?? PORT) || PORT;
  const published = service.ports.filter(({ container }) => container === port);
  const host = service.networkMode?.value === 'host' ? [{ text: `every address, port ${port}`, place: service.networkMode.place }] : [];
  const open = published
    .filter(({ address }) => !LOOPBACK.test(address))
    .map(({ address, from, place }) => ({ text: `${address || 'every address'}, port ${from ?? 'of its choice'}`, place }));
  const servers = (await readNginx(folder)).found;
  const hostPorts = published.flatMap(({ from }) => (from === undefined ? [] : [from]));
  const targets = [`//${service.name}:${port}`, ...hostPorts.flatMap((from) => [`//127.0.0.1:${from}`, `//localhost:${from}`])];
  return {
    ...config,
    image: service.image.slice(0, TEXT_MAX_CHARS),
    openPorts: [...host, ...open].slice(0, MAX_LISTED),
    proxied: servers.some(({ locations }) => locations.some(({ proxyPass }) => targets.some((target) => proxyPass.includes(target)))),
    privileges: privilegesOf(service).slice(0, MAX_LISTED),
    workers: config.workers.value === null ? workersOf(undefined, { value: service.command, place: service.place }) : config.workers,
  };
}

function privilegesOf({ privileged, user, networkMode, addedCapabilities }: ComposeService): Config['privileges'] {
  const listed = (text: string, setting: Setting | undefined) => (setting ? [{ text, place: setting.place }] : []);
  return [
    ...(privileged?.value === 'true' ? listed('privileged', privileged) : []),
    ...(networkMode?.value === 'host' ? listed('network_mode: host', networkMode) : []),
    ...(/^(?:root|0)(?::|$)/.test(user?.value ?? '') ? listed('user: root', user) : []),
    ...addedCapabilities.map((added) => ({ text: `cap_add: ${added.value.slice(0, TEXT_MAX_CHARS)}`, place: added.place })),
  ];
}

function saidOf(setting: Setting | undefined): Config['debug'] {
  if (!setting) return { value: null };
  const { value, place, unresolved } = setting;
  return unresolved === undefined ? { value: value.slice(0, TEXT_MAX_CHARS), place } : { value: null, place, unresolved };
}

/** The key itself is never kept: only how long it is, and which published one it is. */
function secretKeyOf(setting: Setting | undefined): Config['secretKey'] {
  if (!setting) return { set: false, published: '', characters: 0 };
  const { value, place, unresolved } = setting;
  const published = PUBLISHED_KEYS.find(({ key }) => key === value)?.key ?? '';
  return { set: true, published, characters: value.length, place, ...(unresolved === undefined ? {} : { unresolved }) };
}

function workersOf(concurrency: Setting | undefined, line: Setting | undefined): Config['workers'] {
  if (concurrency && /^\d{1,4}$/.test(concurrency.value)) return { value: Number(concurrency.value), place: concurrency.place };
  const count = WORKERS.exec(line?.value ?? '')?.[1];
  return line && count !== undefined ? { value: Number(count), place: line.place } : { value: null };
}
