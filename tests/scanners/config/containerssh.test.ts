import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/model.js';
import containerssh from '../../../src/scanners/config/containerssh/index.js';
import { openFolder } from '../../../src/scanners/config/folder.js';
import { factOf, writeFolder } from '../../support/folder.js';

const read = (text: string, name = 'config.yaml', mode = '600') =>
  containerssh.read(openFolder(writeFolder({ [name]: text }, { [name]: mode }))) as Promise<Evidence | undefined>;

const BASE = 'ssh:\n  hostkeys: [/etc/containerssh/hk_ed25519]\n';

describe('which file', () => {
  test.each([
    ['Home Assistant', 'homeassistant:\n  auth_providers: []\nhttp:\n'],
    ['Compose', 'services:\n  ssh:\n    image: x\n'],
    ['another program', 'auth:\n  users: []\n'],
  ])('not that of %s', async (_, text) => {
    expect(await read(text)).toBeUndefined();
  });

  test('the legacy layout, JSON, and one that nothing but its keys tell', async () => {
    expect(await read('auth:\n  url: http://127.0.0.1\n  password: false\n')).toBeDefined();
    expect(await read('{"auth": {"publicKey": {"method": "webhook"}}}', 'x.json')).toBeDefined();
    expect(await read(`${BASE}backend: docker\n`, 'lab.yml')).toBeDefined();
  });

  test('a broken one is a failure that quotes nothing', async () => {
    const facts = await read(`${BASE}sshproxy: {password: hidden-4711\n`);
    expect(factOf(facts, 'containerssh.config')).toMatch(/^failed: protocol: config\.yaml:\d+: not YAML/);
    expect(factOf(facts, 'containerssh.config-secrets')).toMatch(/^failed/);
    expect(JSON.stringify(facts)).not.toContain('hidden-4711');
  });
});

test('the file as a whole: mode, keys that it does not know, the release, the configuration server', async () => {
  const facts = await read(
    `${BASE}health: {listen: "127.0.0.1:7000", port: 1}\nconfiguration: {url: x}\nconfigserver: {url: "https://c.lan", curve: [x]}\n`,
    'config.yaml',
    '644',
  );
  expect(factOf(facts, 'containerssh.config')).toMatchObject({
    mode: 0o644,
    laterKey: { text: 'health', place: { line: 3 } },
    unknownKeys: [{ text: 'configuration' }, { text: 'configserver.curve' }, { text: 'health.port' }],
    configServer: { file: 'config.yaml', line: 5 },
  });
});

test('keys that it does not know, deep down; what belongs to Docker is Docker’s', async () => {
  const facts = await read(
    `${BASE}security: {shell: {mode: enable, deny: [x]}}\naudit: {s3: {secret: x}}\ndocker: {execution: {host: {Privileged: true}, launch: {}}}\n`,
  );
  expect(factOf(facts, 'containerssh.config')).toMatchObject({
    unknownKeys: [{ text: 'audit.s3.secret' }, { text: 'security.shell.deny' }, { text: 'docker.execution.launch' }],
  });
});

test('lists: set, empty, with colons, no list', async () => {
  const ssh = `${BASE}  kex: [diffie-hellman-group1-sha1]\n  ciphers: []\n  macs: hmac-sha1:hmac-sha2-256\nauth: {}\n`;
  expect(factOf(await read(ssh), 'containerssh.config-ssh')).toMatchObject({
    kex: { value: ['diffie-hellman-group1-sha1'], place: { line: 3 } },
    ciphers: { value: [] },
    macs: { value: ['hmac-sha1', 'hmac-sha2-256'] },
    hostKeys: [{ inline: false }],
  });
  expect(factOf(await read(`${BASE}  macs: {a: b}\nauth: {}\n`), 'containerssh.config-ssh')).toMatchObject({
    macs: { value: null, unresolved: 'it is no list' },
  });
});

describe('logins', () => {
  const auth = async (text: string) => factOf(await read(`${BASE}auth:\n${text}`), 'containerssh.config-auth');

  test('addresses without what stands before the @; capitals are a scheme, too', async () => {
    const seen = await auth(
      '  password:\n    method: webhook\n    webhook: {url: "HTTPS://me:hidden@auth.lan:8443/x", cert: a, key: b}\n  authz: {method: webhook, webhook: {url: "http://127.0.0.1:8080"}}\n',
    );
    expect(seen).toMatchObject({
      webhooks: [
        { key: 'auth.password.webhook', url: 'https://auth.lan:8443', secure: true, loopback: false, clientCertificate: true },
        { key: 'auth.authz.webhook', url: 'http://127.0.0.1:8080', secure: false, loopback: true, clientCertificate: false },
      ],
      legacy: null,
      methods: ['password', 'authz'],
    });
    expect(JSON.stringify(seen)).not.toContain('hidden');
  });

  test('the layout of 0.4', async () => {
    expect(await auth('  url: http://auth.lan\n  password: false\n')).toMatchObject({
      legacy: { place: { line: 4 }, password: { value: false, place: { line: 5 } }, pubkey: { value: null } },
      webhooks: [{ key: 'auth', secure: false }],
      methods: [],
    });
  });

  test('OAuth2', async () => {
    expect(await auth('  keyboardInteractive: {method: oauth2, oauth2: {provider: generic}}\n')).toMatchObject({
      provider: { value: 'generic' },
    });
    expect(await auth('  keyboardInteractive: {oauth2: {provider: generic}}\n')).toMatchObject({ provider: { value: null } });
  });
});

describe('backends', () => {
  const docker = async (text: string, name?: string) => factOf(await read(text, name), 'containerssh.config-docker');
  const escapes = async (host: string) => {
    const seen = await docker(`${BASE}docker:\n  execution:\n    host: ${host}\n`);
    return typeof seen === 'object' ? seen.escapes.map(({ text }) => text) : seen;
  };

  test('what gives the machine away', async () => {
    expect(
      await escapes('{privileged: true, networkmode: host, pidmode: host, capadd: [SYS_ADMIN], securityopt: [seccomp=unconfined]}'),
    ).toEqual(['privileged: true', 'networkmode: host', 'pidmode: host', 'capadd: SYS_ADMIN', 'securityopt: seccomp=unconfined']);
    expect(await escapes('{binds: ["/:/host", "/var/run/docker.sock:/d", "/srv/home:/home"], mounts: [{Source: /etc}]}')).toEqual([
      'binds: /:/host',
      'binds: /var/run/docker.sock:/d',
      'mounts: /etc',
    ]);
  });

  test('Docker’s capitals mean nothing in YAML, and count in JSON', async () => {
    expect(await escapes('{Privileged: true, NetworkMode: host}')).toEqual([]);
    const json = { ssh: { hostkeys: ['x'] }, docker: { execution: { host: { Privileged: true }, container: { User: '1000' } } } };
    expect(await docker(JSON.stringify(json), 'config.json')).toMatchObject({
      escapes: [{ text: 'privileged: true' }],
      user: { value: '1000' },
    });
  });

  test('Docker over the network, and its certificates', async () => {
    expect(
      await docker(`${BASE}backend: docker\ndocker: {connection: {host: "tcp://127.0.0.1:2375", cert: "-----x", key: "-----x"}}\n`),
    ).toMatchObject({ used: true, loopback: true, certificates: ['cert', 'key'], user: { value: null } });
    expect(await docker(`${BASE}backend: sshproxy\n`)).toMatchObject({ used: false });
  });

  test('a pod, whatever the case of its keys', async () => {
    const spec = '{hostnetwork: true, volumes: [{name: h, hostPath: {path: /}}], containers: [{securityContext: {privileged: true}}]}';
    const facts = await read(`${BASE}backend: kubernetes\nkubernetes: {connection: {host: "192.0.2.1:6443"}, pod: {spec: ${spec}}}\n`);
    expect(factOf(facts, 'containerssh.config-kubernetes')).toMatchObject({
      used: true,
      host: { value: '192.0.2.1:6443' },
      certificates: [],
      escapes: [{ text: 'hostnetwork: true' }, { text: 'hostPath: /' }, { text: 'privileged: true' }],
    });
  });
});

test('policy, audit log and side services', async () => {
  const facts = await read(
    `${BASE}security: {defaultMode: disable, maxSessions: 10, forwarding: {forwardingMode: enable}, signal: {mode: disable}}
audit: {enable: true, format: binary}
health: {enable: false}
metrics: {enable: true, listen: "127.0.0.1:9100", clientcacert: ca.crt}
auth: {keyboardInteractive: {method: oauth2, oauth2: {provider: github, redirect: {listen: "[::]:8080", cert: a, key: b}}}}
`,
  );
  expect(factOf(facts, 'containerssh.config-security')).toMatchObject({
    defaultMode: { value: 'disable' },
    maxSessions: { value: 10 },
    forwarding: [{ key: 'forwardingMode', value: 'enable' }],
    signal: { value: 'disable' },
    shell: { value: null },
  });
  expect(factOf(facts, 'containerssh.config-audit')).toMatchObject({
    enabled: { value: true },
    format: { value: 'binary' },
    storage: { value: null },
  });
  expect(factOf(facts, 'containerssh.config-services')).toMatchObject({
    services: [
      { key: 'health', onLoopback: false, tls: false, clientCa: false },
      { key: 'metrics', onLoopback: true, tls: false, clientCa: true },
      { key: 'auth.keyboardInteractive.oauth2.redirect', onLoopback: false, tls: true },
    ],
  });
});

test('what is no number and no boolean cannot be known', async () => {
  const facts = await read(`${BASE}security: {maxSessions: many}\naudit: {enable: perhaps}\n`);
  expect(factOf(facts, 'containerssh.config-security')).toMatchObject({
    maxSessions: { value: null, unresolved: 'it is no whole number' },
  });
  expect(factOf(facts, 'containerssh.config-audit')).toMatchObject({
    enabled: { value: null, unresolved: 'it is neither true nor false' },
  });
});

test('secrets are named and never kept', async () => {
  const facts = await read(
    `ssh:
  hostkeys:
    - |
      -----BEGIN OPENSSH PRIVATE KEY-----
      hidden
backend: sshproxy
sshproxy: {password: hidden, username: svc}
kubernetes: {connection: {bearerTokenFile: /run/token, bearerToken: hidden}}
audit: {intercept: {passwords: false}}
`,
  );
  expect(factOf(facts, 'containerssh.config-secrets')).toMatchObject({
    inline: [{ text: 'sshproxy.password', place: { line: 7 } }, { text: 'kubernetes.connection.bearerToken' }],
  });
  expect(factOf(facts, 'containerssh.config-ssh')).toMatchObject({ hostKeys: [{ inline: true }] });
  expect(JSON.stringify(facts)).not.toContain('hidden');
});
