import type { Facts } from '../../src/model.js';

type Auth = Facts['containerssh.config-auth'];

const at = { file: 'config.yaml', line: 1 };
const unset = { value: null };

/** Facts of a config.yaml that sets nothing, with some changed. */
export const configOf = (changed: Partial<Facts['containerssh.config']> = {}) => ({
  'containerssh.config': { place: at, mode: 0o600, laterKey: null, unknownKeys: [], configServer: null, ...changed },
});
export const sshConfigOf = (changed: Partial<Facts['containerssh.config-ssh']> = {}) => ({
  'containerssh.config-ssh': { kex: unset, ciphers: unset, macs: unset, hostKeys: [], ...changed },
});
export const authConfigOf = (changed: Partial<Auth> = {}) => ({
  'containerssh.config-auth': { webhooks: [], legacy: null, methods: [], provider: unset, ...changed },
});
export const webhookOf = (changed: Partial<Auth['webhooks'][number]> = {}): Auth['webhooks'][number] => ({
  key: 'auth.password.webhook',
  url: 'https://auth.lan',
  secure: true,
  loopback: false,
  clientCertificate: true,
  place: at,
  ...changed,
});
