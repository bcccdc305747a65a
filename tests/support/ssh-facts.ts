import type { Facts } from '../../src/model.js';

type Algorithms = Facts['ssh.algorithms'];

/** What sshd of OpenSSH 9.2 on Debian 12 offers without any setting. */
export const debian12: Algorithms = {
  kex: [
    ...['sntrup761x25519-sha512', 'sntrup761x25519-sha512@openssh.com', 'curve25519-sha256', 'curve25519-sha256@libssh.org'],
    ...['ecdh-sha2-nistp256', 'ecdh-sha2-nistp384', 'ecdh-sha2-nistp521', 'diffie-hellman-group-exchange-sha256'],
    ...['diffie-hellman-group16-sha512', 'diffie-hellman-group18-sha512', 'diffie-hellman-group14-sha256'],
    'kex-strict-s-v00@openssh.com',
  ],
  serverHostKey: ['rsa-sha2-512', 'rsa-sha2-256', 'ecdsa-sha2-nistp256', 'ssh-ed25519'],
  ciphers: [
    ...['chacha20-poly1305@openssh.com', 'aes128-ctr', 'aes192-ctr', 'aes256-ctr'],
    ...['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com'],
  ],
  macs: [
    ...['umac-64-etm@openssh.com', 'umac-128-etm@openssh.com', 'hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com'],
    ...['hmac-sha1-etm@openssh.com', 'umac-64@openssh.com', 'umac-128@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512', 'hmac-sha1'],
  ],
  compression: ['none', 'zlib@openssh.com'],
  strictKex: true,
};

export const algorithms = (changed: Partial<Algorithms> = {}) => ({ 'ssh.algorithms': { ...debian12, ...changed } });

export const banner = (raw: string) => {
  const [, software = '', comment = ''] = /^SSH-[\d.]+-(\S*)(?: (.*))?$/.exec(raw) ?? [];
  return { 'ssh.banner': { software, comment, raw } };
};
