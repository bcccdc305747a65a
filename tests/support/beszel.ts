import type { Facts } from '../../src/model.js';

/** Wire facts of a hub and an agent, each with what matters. */
export const firstRun = (value: boolean) => ({ 'beszel-hub.first-run': { base: '/', firstRun: value } });
export const claim = (status: number, answer: Facts['beszel-hub.claim']['answer']) => ({ 'beszel-hub.claim': { status, answer } });
export const info = (answer: Facts['beszel-hub.anonymous-info']['answer'], version = '') => ({
  'beszel-hub.anonymous-info': { status: answer === 'login' ? 401 : 200, path: '/api/beszel/info', answer, version },
});
export const page = (version: string, hubUrl = '') => ({
  'beszel-hub.page': { path: '/', isHub: true, version, hubUrl, basePath: '/' },
});
export const signUp = (answer: Facts['beszel-hub.sign-up']['answer']) => ({
  'beszel-hub.sign-up': { status: answer === 'closed' ? 403 : 400, answer },
});
export const signIn = (password: boolean, mfa: boolean, ...providers: string[]) => ({ password, mfa, providers });
export const records = (...states: readonly (readonly [string, Facts['beszel-hub.records'][number]['state'], number?])[]) => ({
  'beszel-hub.records': states.map(([collection, state, total = 0]) => ({ collection, state, total })),
});
export const banner = (raw: string) => ({ 'ssh.banner': { raw, software: raw.slice(8), comment: '' } });

type Hub = Facts['beszel-hub.config'][number];
type Agent = Facts['beszel-agent.config'][number];
const place = { file: 'docker-compose.yml', line: 3 };

/** The settings of hubs that set nothing, each with some changed. */
export const hubs = (...changed: Partial<Hub>[]) => ({
  'beszel-hub.config': changed.map((one): Hub => ({
    place,
    listen: { value: 'every address' },
    autoLogin: { value: null },
    trustedHeader: { value: null },
    userCreation: { value: null },
    userPassword: { set: false },
    shareAll: { value: null },
    mfa: { value: null },
    passwordDisabled: { value: null },
    csp: { value: null },
    appUrl: { value: null },
    heartbeat: { value: null },
    origins: { value: null },
    ...one,
  })),
});

/** The settings of agents that have a key and nothing else, each with some changed. */
export const agents = (...changed: Partial<Agent>[]) => ({
  'beszel-agent.config': changed.map((one): Agent => ({
    place,
    listen: { value: 'every address' },
    sshDisabled: { value: null },
    keys: { value: ['ssh-ed25519'], place },
    hubUrl: { value: null },
    token: { set: false },
    tokenFiles: [],
    dockerHost: { value: null },
    docker: { how: 'none' },
    ...one,
  })),
});

export const data = (changed: Partial<Facts['beszel-hub.config-data'][number]>) => ({
  'beszel-hub.config-data': [{ directory: 'beszel_data', mode: 0o755, loose: [], tokens: null, ...changed }],
});

/** What could not be known, and where it is written. */
export const hiddenSetting = { value: null, place, unresolved: 'TOKEN is not set in a file' };
export const url = (scheme: string, host: string, near: 'loopback' | 'compose' | '' = '') => ({ value: { scheme, host, near }, place });
