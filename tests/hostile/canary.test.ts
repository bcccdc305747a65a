import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FORMATS } from '../../src/reports/index.js';
import { withoutSecrets } from '../../src/scanners/without-secrets.js';
import { connack, scriptedBroker } from '../peers/mqtt.js';
import { type Peer, rawPeer, webPeer } from '../peers/web.js';
import { encodePublish } from '../../src/scanners/wire/mqtt.js';
import { writeFolder } from '../support/folder.js';
import { porosity } from '../support/porosity.js';

/** One for each place where a secret may lie; none of them looks like another. */
const canary = (place: string) => `CANARY${place}7f3a9c0e5b1d4286`;

let folder: string;
let peers: Peer[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'porosity-canary-'));
  peers = await Promise.all([
    scriptedBroker({
      connack: () => connack(0),
      suback: [0, 0],
      then: [
        encodePublish('$SYS/broker/version', 'mosquitto version 2.0.11', { retain: true }),
        encodePublish(`home/${canary('topic')}`, canary('payload'), { retain: true }),
      ],
    }),
    webPeer((_request, response) => {
      response.setHeader('Set-Cookie', `session=${canary('cookie')}; HttpOnly`);
      response.setHeader('X-Auth-Token', canary('header'));
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `<title>Files</title><script>window.config = {"token": "${canary('body')}", 'password':'${canary('bodyPassword')}'}</script>` +
          `<a href="/download?api_key=${canary('link')}">all</a> eyJhbGciOiJIUzI1NiJ9.${canary('jwt')}.c2ln`,
      );
    }),
    webPeer((_request, response) => response.writeHead(302, { Location: `/login?token=${canary('location')}` }).end()),
    rawPeer((socket) => void socket.write(`HELLO user=root password=${canary('banner')}\r\n`)),
  ]);
});
afterAll(async () => {
  await Promise.all(peers.map((peer) => peer.close()));
  rmSync(folder, { recursive: true, force: true });
});

test('no output of any format tells a secret that was met', async () => {
  const configured = writeFolder({
    'configuration.yaml': `homeassistant:\nhttp:\n  api_password: ${canary('apiPassword')}\nmqtt:\n  password: !secret broker\n`,
    'secrets.yaml': `broker: ${canary('secretsYaml')}\n`,
    '.env': `POSTGRES_PASSWORD=${canary('env')}\n`,
    'docker-compose.yml': `services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: ${canary('compose')}\n`,
    'mosquitto.conf': `listener 1883\nbridge_password ${canary('bridge')}\n`,
  });
  const files = Object.keys(FORMATS).map((format) => ({ format, path: join(folder, format) }));
  const ports = peers.map(({ port }) => port).join();
  const audit = await porosity(
    [
      '127.0.0.1',
      '-p',
      ports,
      '--active',
      '--config',
      configured,
      '-f',
      'table',
      ...files.flatMap(({ format, path }) => ['-o', `${format}=${path}`]),
    ],
    { env: { POROSITY_MQTT_PASSWORD: canary('environment'), POROSITY_REDIS_PASSWORD: canary('redis') } },
  );
  const survey = await porosity(['survey', '127.0.0.1', '-p', ports, '--active', '--config', configured, '-f', 'json']);

  const outputs = [
    ...files.map(({ format, path }) => ({ format, text: readFileSync(path, 'utf8') })),
    { format: 'streams', text: audit.stdout + audit.stderr + survey.stdout + survey.stderr },
  ];
  const told = outputs.flatMap(({ format, text }) =>
    [...text.matchAll(/CANARY\w+?7f3a9c0e5b1d4286/g)].map(([secret]) => `${format}: ${secret}`),
  );
  expect(told).toEqual([]);
  // The services were met, and what is no secret is told: else the test could not fail.
  const report = readFileSync(join(folder, 'json'), 'utf8');
  expect(report).toContain('"title": "Files"');
  expect(report).toContain('mosquitto version 2.0.11');
  expect(report).toContain('session=…');
}, 90_000);

test.each([
  ['"token":"abcdef123"', '"token":"…"'],
  ['password=hunter2&x=1', 'password=…&x=1'],
  ['"requires_api_password":true', '"requires_api_password":true'],
  ['<input type="password" name="password">', '<input type="password" name="password">'],
  ['0123456789abcdef0123456789abcdef', '…'],
  ['/static/fonts/roboto/Roboto-Medium.woff2', '/static/fonts/roboto/Roboto-Medium.woff2'],
])('%s is kept as %s', (text, kept) => expect(withoutSecrets(text)).toBe(kept));
