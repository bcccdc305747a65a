import type { Facts } from '../../src/model.js';
import { certificate } from './tls-facts.js';
import { root } from './web-facts.js';

type Offer = Facts['ssh.algorithms'];

/** What ContainerSSH 0.6.0 offers without any setting (recorded). */
export const offerOf = (changed: Partial<Offer> = {}) => ({
  'ssh.algorithms': {
    kex: [
      ...['curve25519-sha256@libssh.org', 'ecdh-sha2-nistp521', 'ecdh-sha2-nistp384', 'ecdh-sha2-nistp256'],
      'kex-strict-s-v00@openssh.com',
    ],
    serverHostKey: ['ssh-ed25519'],
    ciphers: [
      ...['chacha20-poly1305@openssh.com', 'aes256-gcm@openssh.com', 'aes128-gcm@openssh.com'],
      ...['aes256-ctr', 'aes192-ctr', 'aes128-ctr'],
    ],
    macs: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-256'],
    compression: ['none'],
    strictKex: true,
    ...changed,
  } satisfies Offer,
});

/** The offer of 0.4.1 (recorded). */
export const offerOf04 = () =>
  offerOf({
    kex: offerOf()['ssh.algorithms'].kex.slice(0, -1),
    ciphers: offerOf()['ssh.algorithms'].ciphers.filter((name) => !name.startsWith('aes256-gcm')),
    strictKex: false,
  });

/** OpenSSH behind the same name. */
export const foreignOffer = () => offerOf({ kex: ['sntrup761x25519-sha512@openssh.com', 'kex-strict-s-v00@openssh.com'] });

export const keyQuery = (answer: Facts['containerssh.key-query']['answer']) => ({ 'containerssh.key-query': { answer, waitedMs: 12 } });
export const metrics = (changed: Partial<Facts['containerssh.metrics']> = {}) => ({
  'containerssh.metrics': { port: 9100, state: 'open' as const, names: ['containerssh_auth_success_total'], tells: [], ...changed },
});
export const webhook = (changed: Partial<Facts['containerssh.auth-webhook']> = {}) => ({
  'containerssh.auth-webhook': { success: false, echoes: false, libraryError: false, authzStatus: 200, ...changed },
});
/** What upstream's sample server answers. */
export const sample = (success = false) => webhook({ success, echoes: true, libraryError: true, authzStatus: 404 });
export const logins = (password: boolean | null, publicKey: boolean | null, sampleUser: boolean | null = null) => ({
  'containerssh.webhook-logins': { password, publicKey, sampleUser },
});
export const configWebhook = (...secrets: string[]) => ({ 'containerssh.served-config': { config: true, secrets } });

export const oauth2Page = () => root({ title: 'Your SSH terminal code' });
export const healthPage = (answer = 'ok') =>
  root({ status: answer === 'ok' ? 200 : 503, headers: { 'content-type': 'text/plain; charset=utf-8' }, bodyExcerpt: `"${answer}"` });

export const TLS = { subject: { tls: true } } as const;
export const protocols = (accepted: string[], refused: string[]) => ({ 'tls.protocols': { accepted, refused } });
export { certificate };
