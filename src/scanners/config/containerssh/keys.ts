/*
 * The keys that ContainerSSH 0.5 and later know; with any other they do not start. Lists that go deeper (the pod, the
 * container) belong to Kubernetes and Docker and are left out.
 */
const HTTP_CLIENT = ['url', 'allowRedirects', 'timeout', 'cacert', 'cert', 'key', 'tlsVersion', 'curves', 'cipher'];
const HTTP_SERVER = ['listen', 'key', 'cert', 'clientcacert', 'tlsVersion', 'curves', 'cipher'];
const WEBHOOK = [...HTTP_CLIENT, 'authTimeout'];
const MODES = ['mode', 'allow', 'deny'];

export const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': [
    'ssh',
    'configserver',
    'auth',
    'log',
    'metrics',
    'geoip',
    'audit',
    'health',
    'security',
    'backend',
    'docker',
    'kubernetes',
    'sshproxy',
  ],
  ssh: ['listen', 'serverVersion', 'ciphers', 'kex', 'macs', 'banner', 'hostkeys', 'clientAliveInterval', 'clientAliveCountMax'],
  auth: ['password', 'publicKey', 'keyboardInteractive', 'gssapi', 'authz', 'pubkey', ...WEBHOOK],
  'auth.password': ['method', 'webhook', 'kerberos'],
  'auth.publicKey': ['method', 'webhook'],
  'auth.keyboardInteractive': ['method', 'oauth2'],
  'auth.gssapi': ['method', 'kerberos'],
  'auth.authz': ['method', 'webhook'],
  'auth.password.webhook': WEBHOOK,
  'auth.publicKey.webhook': WEBHOOK,
  'auth.authz.webhook': WEBHOOK,
  configserver: [...HTTP_CLIENT, 'transmitSensitiveMetadata'],
  health: ['enable', 'client', ...HTTP_SERVER],
  metrics: ['enable', 'path', ...HTTP_SERVER],
  security: ['defaultMode', 'forceCommand', 'env', 'command', 'shell', 'subsystem', 'tty', 'signal', 'forwarding', 'maxSessions'],
  'security.shell': MODES,
  'security.command': MODES,
  'security.subsystem': MODES,
  'security.signal': MODES,
};

/** None of these was there in 0.4. */
export const LATER_KEYS = [
  ['health'],
  ['auth', 'publicKey'],
  ['auth', 'keyboardInteractive'],
  ['auth', 'gssapi'],
  ['auth', 'authz'],
  ['auth', 'password', 'method'],
  ['auth', 'password', 'webhook'],
  ['security', 'forwarding'],
] as const;
