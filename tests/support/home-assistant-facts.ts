import type { Facts } from '../../src/model.js';

/** Wire facts of a healthy Home Assistant, each with what matters changed. */
export const hello = (version = '2025.4.4', type = 'auth_required') => ({
  'home-assistant.websocket-hello': { type, version, server: 'Python/3.13 aiohttp/3.11.16' },
});
export const providers = (over: Partial<Facts['home-assistant.providers']> = {}) => ({
  'home-assistant.providers': { status: 200, code: '', types: ['homeassistant'], namedUsers: 0, local: true, ...over },
});
export const onboarding = (...steps: readonly (readonly [string, boolean])[]) => ({
  'home-assistant.onboarding': { status: steps.length ? 200 : 404, steps: steps.map(([step, done]) => ({ step, done })) },
});
export const discovery = (over: Partial<Facts['home-assistant.discovery']> = {}) => ({
  'home-assistant.discovery': {
    status: 200,
    version: '0.70.0',
    requiresPassword: null,
    uuid: '',
    externalUrl: '',
    installationType: '',
    ...over,
  },
});
export const refusals = (...paths: string[]) => ({ 'home-assistant.refusals': { port: 8123, paths } });
export const failedLogins = (attempts: number, refusedAfter: number | null) => ({
  'home-assistant.failed-logins': { attempts, refusedAfter },
});
export const forwarded = (status: number, invalidStatus: number, local: boolean | null = null, localAsForged: boolean | null = null) => ({
  'home-assistant.forwarded': { status, invalidStatus, local, localAsForged },
});
export const manifest = (status = 200, name = 'Home Assistant') => ({
  'http.manifest': { status, name, shortName: name, startUrl: '/?homescreen=1' },
});
