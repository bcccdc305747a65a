import type { Facts } from '../../src/model.js';

type Config = Facts['ssh.config'];

/** An sshd_config that sets nothing, with some changed. */
export const sshConfigOf = (changed: Partial<Config> = {}) => ({
  'ssh.config': {
    ports: [22],
    passwordAuthentication: { value: null },
    kbdInteractiveAuthentication: { value: null },
    permitEmptyPasswords: { value: null },
    permitRootLogin: { value: null },
    authenticationMethods: { value: null },
    conditional: [],
    algorithms: [],
    unread: [],
    ...changed,
  } satisfies Config,
});

/** Passwords are off, in both ways. */
export const KEYS_ONLY: Partial<Config> = { passwordAuthentication: { value: false }, kbdInteractiveAuthentication: { value: false } };

export const matching = (key: string, value: string) => ({
  key,
  value,
  condition: 'Address 10.0.0.0/8',
  place: { file: 'sshd_config', line: 9 },
});
