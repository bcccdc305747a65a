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
export const securityOf = (changed: Partial<Facts['containerssh.config-security']> = {}) => ({
  'containerssh.config-security': { defaultMode: unset, shell: unset, signal: unset, forwarding: [], maxSessions: unset, ...changed },
});
export const dockerOf = (changed: Partial<Facts['containerssh.config-docker']> = {}) => ({
  'containerssh.config-docker': {
    ...{ used: true, host: unset, loopback: false, certificates: [], escapes: [], user: unset, userNamespace: unset },
    ...changed,
  },
});
export const kubernetesOf = (changed: Partial<Facts['containerssh.config-kubernetes']> = {}) => ({
  'containerssh.config-kubernetes': { used: true, host: unset, certificates: [], escapes: [], ...changed },
});
export const auditOf = (enabled: boolean | null, format: string | null = null, storage: string | null = null) => ({
  'containerssh.config-audit': { enabled: { value: enabled }, format: { value: format }, storage: { value: storage } },
});
type Service = Facts['containerssh.config-services']['services'][number];
export const servicesOf = (...services: Partial<Service>[]) => ({
  'containerssh.config-services': {
    services: services.map((one) => ({ key: 'health', listen: unset, onLoopback: false, tls: false, clientCa: false, place: at, ...one })),
  },
});
export const secretsOf = (...keys: string[]) => ({ 'containerssh.config-secrets': { inline: keys.map((text) => ({ text, place: at })) } });
/** The file of a release that is known to be 0.5 or later. */
export const later = () => configOf({ laterKey: { text: 'health', place: at } });
/** A configuration server replaces what the file says. */
export const replaced = () => configOf({ configServer: at });
export const placed = (text: string) => ({ text, place: at });
