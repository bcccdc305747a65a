import { describe, expect, test } from '@jest/globals';
import { type ComposeService, readCompose } from '../../../src/scanners/config/compose.js';
import { openFolder } from '../../../src/scanners/config/folder.js';
import { writeFolder } from '../../support/folder.js';

const read = (files: Record<string, string>) => readCompose(openFolder(writeFolder(files)));
const one = async (files: Record<string, string>): Promise<ComposeService> => (await read(files)).found[0]!;
const environmentOf = ({ environment }: ComposeService) =>
  Object.fromEntries(
    [...environment].map(([key, { value, place, unresolved }]) => [
      key,
      `${value} @${place.file}:${place.line}${unresolved ? ` (${unresolved})` : ''}`,
    ]),
  );

test('ports in every spelling', async () => {
  const { ports } = await one({
    'docker-compose.yml': `services:
  a:
    image: x
    ports:
      - 80
      - "8080:80"
      - 127.0.0.1:8081:81/udp
      - "[::1]:8082:82"
      - 9000-9002:9000-9002
      - 0.0.0.0:22:22
      - target: 443
        published: "8443"
        host_ip: 10.0.0.1
      - "\${PORT}:1"
      - nonsense
`,
  });
  expect(ports.map(({ address, from, to, container, protocol, place }) => [address, from, to, container, protocol, place.line])).toEqual([
    ['', undefined, undefined, 80, 'tcp', 5],
    ['', 8080, 8080, 80, 'tcp', 6],
    ['127.0.0.1', 8081, 8081, 81, 'udp', 7],
    ['::1', 8082, 8082, 82, 'tcp', 8],
    ['', 9000, 9002, 9000, 'tcp', 9],
    ['', 22, 22, 22, 'tcp', 10],
    ['10.0.0.1', 8443, 8443, 443, 'tcp', 11],
    ['', undefined, undefined, 1, 'tcp', 14],
    ['', undefined, undefined, 0, 'tcp', 15],
  ]);
  expect(ports[7]!.unresolved).toBe('PORT is not set in a file');
  expect(ports[8]!.unresolved).toBe('not a port');
});

test('environment: lists and mappings, env_file, the .env beside it, and what only the shell knows', async () => {
  const service = await one({
    'app/compose.yaml': `services:
  a:
    image: x:\${TAG:-latest}
    env_file: [app.env, gone.env]
    environment:
      - KEY=a=b \${NAME}
      - FROM_ENV
      - FROM_SHELL
      - EMPTY=
      - OVER=inline
      - UNSET=\${NOWHERE}
      - COST=5$$
`,
    'app/.env': 'NAME=n\nFROM_ENV=e\n',
    'app/app.env': '# comment\nOVER=file\nexport QUOTED="a # b\\n"\n',
  });
  expect(service.image).toBe('x:latest');
  expect(environmentOf(service)).toEqual({
    OVER: 'inline @app/compose.yaml:10',
    QUOTED: 'a # b\n @app/app.env:3',
    KEY: 'a=b n @app/compose.yaml:6',
    FROM_ENV: 'e @app/compose.yaml:7',
    FROM_SHELL: ' @app/compose.yaml:8 (FROM_SHELL comes from the environment of docker compose)',
    EMPTY: ' @app/compose.yaml:9',
    UNSET: ' @app/compose.yaml:11 (NOWHERE is not set in a file)',
    COST: '5$ @app/compose.yaml:12',
  });
  expect(service.missing.map(({ value }) => value)).toEqual(['gone.env']);
});

test('a mapping as environment keeps false, zero and null apart', async () => {
  const service = await one({
    'docker-compose.yml': 'services:\n  a:\n    image: x\n    environment:\n      A: false\n      B: 0\n      C:\n      D: yes\n',
  });
  expect(environmentOf(service)).toMatchObject({
    A: 'false @docker-compose.yml:5',
    B: '0 @docker-compose.yml:6',
    D: 'yes @docker-compose.yml:8',
  });
  expect(service.environment.get('C')!.unresolved).toBeDefined();
});

test('volumes, privileges and networks', async () => {
  const service = await one({
    'docker-compose.yml':
      'services:\n  a:\n    build: .\n    privileged: true\n    network_mode: host\n    user: "1000"\n    cap_add: [SYS_ADMIN]\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro,z\n      - data:/data\n      - /anonymous\n      - {type: bind, source: /etc, target: /host, read_only: true}\n',
  });
  expect(service.volumes).toEqual([
    { source: '/var/run/docker.sock', target: '/var/run/docker.sock', readOnly: true, place: { file: 'docker-compose.yml', line: 9 } },
    { source: 'data', target: '/data', readOnly: false, place: { file: 'docker-compose.yml', line: 10 } },
    { source: '/etc', target: '/host', readOnly: true, place: { file: 'docker-compose.yml', line: 12 } },
  ]);
  expect([service.privileged?.value, service.networkMode?.value, service.user?.value, service.addedCapabilities[0]?.value]).toEqual([
    'true',
    'host',
    '1000',
    'SYS_ADMIN',
  ]);
});

test('an override changes the file beside it; anchors and merge keys are followed', async () => {
  const services = await read({
    'compose.yaml': 'x-base: &base\n  image: x\n  environment: {A: 1}\nservices:\n  a:\n    <<: *base\n    ports: ["1:1"]\n',
    'compose.override.yaml': 'services:\n  a:\n    environment: {A: 2, B: 3}\n    ports: ["2:2"]\n',
  });
  expect(services.found).toHaveLength(1);
  expect(environmentOf(services.found[0]!)).toMatchObject({
    A: expect.stringContaining('2 @compose.override.yaml'),
    B: expect.stringContaining('3'),
  });
  expect(services.found[0]!.ports.map(({ from }) => from)).toEqual([1, 2]);
});

describe('by shape, not by name', () => {
  test('any YAML with services', async () => {
    expect((await read({ 'stack.yml': 'services:\n  a:\n    image: x\n' })).found).toHaveLength(1);
    expect((await read({ 'other.yml': 'services:\n  - one\n', 'ha.yaml': 'homeassistant:\n' })).found).toEqual([]);
  });

  test('one that is broken is named, the others are read', async () => {
    const { found, unread } = await read({
      'a/docker-compose.yml': 'services:\n  a: [\n',
      'b.yml': 'services:\n  b:\n    image: x\n',
      'c/compose.yml': 'services:\n\0',
    });
    expect(found.map(({ name }) => name)).toEqual(['b']);
    expect(unread).toEqual([expect.stringMatching(/^a\/docker-compose\.yml:\d+: not YAML/), 'c/compose.yml: binary']);
  });
});
