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
