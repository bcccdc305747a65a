import { describe, expect, test } from '@jest/globals';
import { readConfiguration } from '../../../src/scanners/config/index.js';
import type { Evidence } from '../../../src/model.js';
import { factOf, writeFolder } from '../../support/folder.js';

async function read(files: Readonly<Record<string, string>>, modes?: Readonly<Record<string, string>>) {
  const kinds = await readConfiguration(writeFolder(files, modes));
  const of = (kind: string): Evidence | undefined => kinds.find((one) => one.kind === kind)?.facts;
  return { server: of('betterdesk'), console: of('betterdesk-console'), rustdesk: of('rustdesk') };
}

const COMPOSE = `services:
  server:
    image: betterdesk-server:local
    ports: ["21114:21114", "21116:21116/udp", "127.0.0.1:5432:5432"]
    environment: [ENCRYPTED_ONLY=1, TLS_SIGNAL=true, ADMIN_PORT=21190, "ADMIN_PASSWORD="]
  console:
    image: betterdesk-console:local
    ports: ["5000:5000"]
    environment:
      - HTTPS_ENABLED=true
      - SSL_CERT_PATH=certs/cert.pem
      - SESSION_SECRET=short-secret
      - DATABASE_URL=postgres://betterdesk:betterdesk@db:5432/betterdesk
`;

describe('a compose file', () => {
  test('the settings of the server, without secrets', async () => {
    const { server } = await read({ 'compose.yml': COMPOSE });
    expect(factOf(server, 'betterdesk.config-settings')).toMatchObject({
      settings: {
        ENCRYPTED_ONLY: { value: '1' },
        TLS_SIGNAL: { value: 'true', place: { file: 'compose.yml', line: 5 } },
        ADMIN_PORT: { value: '21190' },
      },
      adminPassword: { set: false },
    });
    expect(JSON.stringify(server)).not.toContain('short-secret');
  });

  test('what it publishes of the management', async () => {
    const { server } = await read({ 'compose.yml': COMPOSE });
    expect(factOf(server, 'betterdesk.config-published')).toMatchObject({
      ports: [
        { service: 'server', container: 21114, loopback: false },
        { service: 'server', container: 5432, loopback: true },
        { service: 'console', container: 5000, loopback: false },
      ],
    });
  });

  test('a password out of the sample', async () => {
    const { server } = await read({ 'compose.yml': COMPOSE });
    expect(factOf(server, 'betterdesk.config-credentials')).toMatchObject({ known: [{ text: 'DATABASE_URL' }] });
  });

  test('the console, its secret only by kind', async () => {
    const { console: web } = await read({ 'compose.yml': COMPOSE, 'certs/other.pem': '' });
    expect(factOf(web, 'betterdesk-console.config')).toMatchObject({
      https: { value: true },
      certificate: { value: 'certs/cert.pem' },
      key: { value: null },
      absent: ['certs/cert.pem'],
      sessionSecret: { state: 'short' },
    });
    expect(JSON.stringify(web)).not.toContain('short-secret');
  });
});

test('an environment file of the server alone', async () => {
  const { server, console: web } = await read({ 'betterdesk.env': 'TLS_SIGNAL=Y\nENROLLMENT_MODE=locked\n' });
  expect(factOf(server, 'betterdesk.config-settings')).toMatchObject({ settings: { ENROLLMENT_MODE: { value: 'locked' } } });
  expect(web).toBeUndefined();
});

test('a service unit', async () => {
  const unit = '[Service]\nExecStart=/opt/betterdesk-server\nEnvironment=CDAP_ENABLED=Y "AUDIT_LOG_FILE=/var/log/audit.log"\n';
  const { server } = await read({ 'betterdesk.service': unit });
  expect(factOf(server, 'betterdesk.config-settings')).toMatchObject({ settings: { AUDIT_LOG_FILE: { value: '/var/log/audit.log' } } });
});

test.each([
  ['a unit', { 'betterdesk.service': '[Service]\nExecStart=/opt/betterdesk-server -mode signal\nEnvironment=ADMIN_PORT=21190\n' }],
  ['a compose file', { 'compose.yml': 'services:\n  go:\n    image: betterdesk-server:local\n    command: ["-mode=signal"]\n' }],
])('what the server is started as, from %s', async (_, files) => {
  const { server } = await read(files);
  expect(factOf(server, 'betterdesk.config-settings')).toMatchObject({ settings: { '-mode': { value: 'signal' } } });
});

test('the switches of the second factor, wherever they stand', async () => {
  const { server } = await read({ 'compose.yml': `${COMPOSE}      - RUSTDESK_API_DISABLE_TOTP=true\n` });
  expect(factOf(server, 'betterdesk.config-totp')).toMatchObject({ disabled: { value: 'true' }, acknowledged: { value: null } });
});

test('the files of a data folder, with their modes', async () => {
  const { server } = await read(
    { 'data/db_v2.sqlite3': 'x', 'data/.api_key': 'x', 'data/.admin_credentials': 'x', 'data/id_ed25519': 'x' },
    { 'data/db_v2.sqlite3': '0644' },
  );
  expect(factOf(server, 'betterdesk.config-secret-files')).toEqual({
    files: [
      { path: 'data/.api_key', mode: 0o600 },
      { path: 'data/db_v2.sqlite3', mode: 0o644 },
      { path: 'data/id_ed25519', mode: 0o600 },
    ],
    adminCredentials: [{ file: 'data/.admin_credentials' }],
  });
});

test('an environment file of another program is none', async () => {
  expect(await read({ '.env': 'SESSION_SECRET=x\nADMIN_PASSWORD=y\nNODE_ENV=production\n' })).toMatchObject({
    server: undefined,
    console: undefined,
  });
});

test('RustDesk’s own server is known by its image', async () => {
  const { rustdesk } = await read({ 'compose.yml': 'services:\n  hbbs:\n    image: rustdesk/rustdesk-server:1.1.15\n    command: hbbs\n' });
  expect(factOf(rustdesk, 'rustdesk.config-images')).toMatchObject({ images: [{ text: 'rustdesk/rustdesk-server:1.1.15' }] });
});
