/** The login page of a console as it is delivered, over plain HTTP, with what matters changed. */
export const page = (over: object = {}) => ({
  'betterdesk-console.login-page': {
    status: 200,
    version: '2.3.0',
    ours: true,
    csrfCookie: { secure: false, httpOnly: true, sameSite: 'Lax' },
    csrfHash: 'other secret' as const,
    headers: {
      'content-security-policy': "default-src 'self';script-src 'self'",
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    claimsHttps: false,
    ...over,
  },
});
/** A console whose own HTTPS is on, read from files, with what matters changed. */
export const config = (over: object = {}) => ({
  'betterdesk-console.config': {
    https: { value: true, place: { file: '.env', line: 1 } },
    certificate: { value: '/etc/cert.pem', place: { file: '.env', line: 2 } },
    key: { value: '/etc/key.pem', place: { file: '.env', line: 3 } },
    absent: [],
    sessionSecret: { state: 'own' as const },
    ...over,
  },
});

/** What the API says of itself without a login, with what matters changed. */
export const health = (over: object = {}) => ({
  'betterdesk.health': {
    version: 'dev',
    keys: ['status', 'version'],
    certificateConfigured: false,
    peersTotal: 0,
    relayServers: 0,
    ...over,
  },
});

/** Settings of server and console as they stand in one file. */
export const settings = (written: Readonly<Record<string, string>>, password = false) => ({
  'betterdesk.config-settings': {
    settings: Object.fromEntries(Object.entries(written).map(([key, value]) => [key, { value, place: { file: '.env', line: 1 } }])),
    adminPassword: { set: password },
    unread: [],
  },
});
