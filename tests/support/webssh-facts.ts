import type { Facts } from '../../src/model.js';

const HEADERS = {
  'content-security-policy': "default-src 'self'; script-src 'self'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'geolocation=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** Wire facts of a healthy WebSSH 2.x, each with what matters changed; a header that is `undefined` is missing. */
export const login = (over: Partial<Facts['webssh.login']> = {}, headers: Readonly<Record<string, string | undefined>> = {}) => ({
  'webssh.login': {
    status: 200,
    path: '/login',
    location: '',
    title: 'Sign in · WebSSH',
    form: true,
    ...over,
    headers: Object.fromEntries(Object.entries({ ...HEADERS, ...headers }).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >,
  },
});
export const registration = (over: Partial<Facts['webssh.registration']> = {}) => ({
  'webssh.registration': { status: 302, location: '/login', title: 'Redirecting...', form: false, ...over },
});
export const session = (over: Partial<Facts['webssh.session']> = {}) => ({
  'webssh.session': { secure: true, httpOnly: true, sameSite: 'lax', signed: true, publishedKey: '', keysTried: 9, ...over },
});
export const health = (over: Partial<Facts['webssh.health']> = {}) => ({
  'webssh.health': { status: 200, says: 'ok', indented: false, ...over },
});
export const socket = (maxPayloadBytes = 31_522_816) => ({
  'webssh.socket': { status: 200, pingIntervalMs: 25_000, pingTimeoutMs: 60_000, maxPayloadBytes },
});
export const origin = (over: Partial<Facts['webssh.socket-origin']> = {}) => ({
  'webssh.socket-origin': { status: 400, allowedOrigin: '', credentials: false, refused: true, ...over },
});
export const prefix = (believed: boolean) => ({
  'webssh.forwarded-prefix': { status: 302, location: believed ? '/porosity-probe/login?next=%2F' : '/login?next=%2F', believed },
});
export const limit = (refusedAfter: number | null, liftedByForgedAddress: boolean | null = null) => ({
  'webssh.login-limit': { attempts: 6, refusedAfter, liftedByForgedAddress },
});
/** The first generation, whose policy names the hosts that it loads scripts from. */
export const OLD_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' https://cdn.jsdelivr.net; connect-src 'self' ws: wss:";
export const OLD_TITLE = 'Login - Web SSH Terminal';

type Config = Facts['webssh.config'];

/** The settings of a healthy compose file, with some changed. */
export const configOf = (changed: Partial<Config> = {}) => ({
  'webssh.config': {
    place: { file: 'docker-compose.yml', line: 2 },
    image: 'ghcr.io/bifrost0x/webssh:2.0.0',
    openPorts: [],
    proxied: true,
    privileges: [],
    secretKey: { set: true, published: '', characters: 64 },
    workers: { value: null },
    debug: { value: null },
    rateLimitEnabled: { value: null },
    loginLimit: { value: null },
    registrationEnabled: { value: 'False' },
    corsOrigins: { value: 'https://box.lan' },
    sessionCookieSecure: { value: null },
    trustedProxies: { value: '1' },
    blockInternalSsh: { value: 'true' },
    deploymentProfile: { value: null },
    secondFactors: [],
    ...changed,
  } satisfies Config,
});
export const everyAddress = { text: 'every address, port 5000', place: { file: 'docker-compose.yml', line: 6 } };
export const dataOf = (changed: Partial<Facts['webssh.config-data']> = {}) => ({
  'webssh.config-data': { loose: [], plainKeys: [], files: 4, ...changed },
});
