import type { Facts } from '../../model.js';
import { FOREIGN_ORIGIN, type HttpAnswer, type HttpRequest, hostHeader } from '../http-client.js';
import { list, object, parseJson, text } from '../json.js';
import { type Dial, ProbeError } from '../scanner.js';
import { openWebSocket } from '../websocket.js';
import type { HomeAssistantClient } from './home-assistant-client.js';

/*
 * One look a function. None is counted as a failed login, whatever the release (core:
 * components/http/ban.py), but for `failLogins`, which is there to be counted.
 */

type Fact<Name extends string> = `home-assistant.${Name}` extends infer F extends keyof Facts ? Facts[F] : never;

/** RFC 5737: a public address that is nobody's; and one that is local everywhere. */
const PUBLIC_ADDRESS = '198.51.100.7';
const LOCAL_ADDRESS = '192.168.77.7';
const MAX_FAILED_LOGINS = 10;

/** Reads the first WebSocket frame, which carries the exact version, and leaves without a word. */
export async function readHello(dial: Dial, client: HomeAssistantClient): Promise<Fact<'websocket-hello'>> {
  const path = '/api/websocket';
  return client.guard(async () => {
    const socket = await openWebSocket(dial, { path });
    const server = text(socket.headers['server']);
    if (!('next' in socket)) {
      // The body stays unread: a proxy that knows no WebSocket may say 403, too, but not in the name of aiohttp.
      if (socket.status === 403 && server.includes('aiohttp') && !('referrer-policy' in socket.headers)) client.refuse(path);
      throw new ProbeError('protocol', `status ${socket.status} to the upgrade`);
    }
    try {
      const frame = object(parseJson((await socket.next()).payload));
      if (!text(frame['type'])) throw new ProbeError('protocol', 'the first frame is no message of Home Assistant');
      return { type: text(frame['type']), version: text(frame['ha_version']), server };
    } finally {
      socket.close();
    }
  });
}

/** An array up to 2023.12, an object since (core: components/auth/login_flow.py). */
export async function readProviders(client: HomeAssistantClient, headers: HttpRequest['headers'] = {}): Promise<Fact<'providers'>> {
  const answer = await client.ask({ path: '/auth/providers', headers });
  const said = jsonOf(answer);
  const whole = object(said);
  const entries = list(Array.isArray(said) ? said : whole['providers']).map(object);
  const local = whole['preselect_remember_me'];
  return {
    status: answer.status,
    code: text(whole['code']),
    types: entries.map(({ type }) => text(type)),
    namedUsers: entries.reduce((sum, { users }) => sum + Object.keys(object(users)).length, 0),
    local: typeof local === 'boolean' ? local : null,
  };
}

export async function readOnboarding(client: HomeAssistantClient): Promise<Fact<'onboarding'>> {
  const answer = await client.ask({ path: '/api/onboarding' });
  const steps = list(jsonOf(answer)).map(object);
  return { status: answer.status, steps: steps.map(({ step, done }) => ({ step: text(step), done: done === true })) };
}

export async function readDiscovery(client: HomeAssistantClient): Promise<Fact<'discovery'>> {
  const answer = await client.ask({ path: '/api/discovery_info' });
  const said = object(jsonOf(answer));
  const password = said['requires_api_password'];
  return {
    status: answer.status,
    version: text(said['version']),
    requiresPassword: typeof password === 'boolean' ? password : null,
    uuid: text(said['uuid']),
    externalUrl: text(said['external_url']),
    installationType: text(said['installation_type']),
  };
}

export async function readOauthMetadata(client: HomeAssistantClient): Promise<Fact<'oauth-metadata'>> {
  const answer = await client.ask({ path: '/.well-known/oauth-authorization-server' });
  const said = object(jsonOf(answer));
  return { status: answer.status, documentation: text(said['service_documentation']) };
}

export async function readSupervisorPanel(client: HomeAssistantClient): Promise<Fact<'supervisor-panel'>> {
  return { status: (await client.ask({ path: '/api/hassio/app/entrypoint.js' })).status };
}

/** With `*` configured the server echoes the origin. Always ask for GET: another method is refused for itself. */
export async function askForeignOrigin(client: HomeAssistantClient): Promise<Fact<'cors'>> {
  const headers = { Origin: FOREIGN_ORIGIN, 'Access-Control-Request-Method': 'GET' };
  const answer = await client.ask({ method: 'OPTIONS', path: '/api/', headers });
  return { status: answer.status, allowedOrigin: text(answer.headers['access-control-allow-origin']) };
}

/**
 * Claims to be somebody else. Whoever is believed is a trusted proxy; a proxy in front that merely adds to the header
 * is told apart by what the server then thinks of our address, where it says so (2024.3 and later).
 */
export async function forgeAddress(client: HomeAssistantClient, local: boolean | null): Promise<Fact<'forwarded'>> {
  const forged = local === false ? LOCAL_ADDRESS : PUBLIC_ADDRESS;
  const claim = { 'X-Forwarded-For': forged };
  const { status } = await client.ask({ path: '/manifest.json', headers: claim });
  const { status: invalidStatus } = await client.ask({ path: '/manifest.json', headers: { 'X-Forwarded-For': 'not-an-ip' } });
  const believed = status === 200 && invalidStatus !== 200;
  const localAsForged = believed && local !== null ? (await readProviders(client, claim)).local : null;
  return { status, invalidStatus, local, localAsForged };
}

/** Starts a login by trusted network and takes it back; never goes on to a user. */
export async function startTrustedLogin(dial: Dial, client: HomeAssistantClient): Promise<Fact<'trusted-login'>> {
  const origin = `${dial.layer === 'tls' ? 'https' : 'http'}://${hostHeader(dial)}/`;
  const body = JSON.stringify({
    client_id: origin,
    handler: ['trusted_networks', null],
    redirect_uri: `${origin}?auth_callback=1`,
  });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await client.ask({ method: 'POST', path: '/auth/login_flow', headers, body });
  const flow = object(jsonOf(answer));
  const type = text(flow['type']);
  if (answer.status !== 200 || !type) throw new ProbeError('protocol', `status ${answer.status} to the login flow`);
  const id = text(flow['flow_id']);
  if (type === 'form' && /^[0-9a-f]+$/i.test(id)) await client.ask({ method: 'DELETE', path: `/auth/login_flow/${id}` });
  const options = list(flow['data_schema'])
    .map(object)
    .flatMap((field) => list(field['options']));
  return { type, reason: text(flow['reason']), users: options.length };
}

/** Asked only where the server said that it takes everybody: elsewhere this is a failed login. */
export async function readApi(client: HomeAssistantClient): Promise<Fact<'api'>> {
  return { status: (await client.ask({ path: '/api/' })).status };
}

/** Asks for what needs a token, without one, until the address is banned. No password is tried. */
export async function failLogins(client: HomeAssistantClient): Promise<Fact<'failed-logins'>> {
  for (let attempts = 1; attempts <= MAX_FAILED_LOGINS; attempts++) {
    const { status } = await client.ask({ path: '/api/' });
    if (status !== 401) throw new ProbeError('protocol', `status ${status} to a request without a token`);
    const banned = await client.ask({ path: '/manifest.json' }).then(
      () => false,
      (error) => {
        if (client.refusals.length === 0) throw error;
        return true;
      },
    );
    if (banned) return { attempts, refusedAfter: attempts };
  }
  return { attempts: MAX_FAILED_LOGINS, refusedAfter: null };
}

/** Nothing for a refusal in plain words; but a page in the place of an answer is not an answer. */
function jsonOf({ status, body }: HttpAnswer): unknown {
  const value = parseJson(body);
  if (value === undefined && status === 200) throw new ProbeError('protocol', 'the answer is not JSON');
  return value;
}
