import { describe, expect, test } from '@jest/globals';
import { readConfiguration } from '../../../src/scanners/config/index.js';
import { factOf, writeFolder } from '../../support/folder.js';

async function read(files: Readonly<Record<string, string>>, modes: Readonly<Record<string, string>> = {}) {
  const found = await readConfiguration(writeFolder(files, modes));
  return found.find(({ kind }) => kind === 'webssh')?.facts;
}

const compose = (lines: string, image = 'ghcr.io/bifrost0x/webssh:latest') =>
  `services:\n  webssh:\n    image: ${image}\n    ports:\n      - "5000:5000"\n${lines}`;
const environment = (...pairs: string[]) => `    environment:\n${pairs.map((pair) => `      - ${pair}\n`).join('')}`;

describe('docker-compose.yml', () => {
  test('settings with their lines, and of the key no more than its length', async () => {
    const facts = await read({ 'docker-compose.yml': compose(environment('SECRET_KEY=abcdefghijklmnop', 'RATELIMIT_ENABLED=true')) });
    expect(factOf(facts, 'webssh.config')).toMatchObject({
      openPorts: [{ text: 'every address, port 5000', place: { line: 5 } }],
      secretKey: { set: true, published: '', characters: 16 },
      rateLimitEnabled: { value: 'true', place: { file: 'docker-compose.yml', line: 8 } },
      trustedProxies: { value: null },
    });
    expect(JSON.stringify(facts)).not.toContain('abcdefghijklmnop');
  });

  test('a published key is named, one from elsewhere is not known', async () => {
    const placeholder = await read({ 'docker-compose.yml': compose(environment('SECRET_KEY=<YOUR-SECRET-KEY>')) });
    expect(factOf(placeholder, 'webssh.config')).toMatchObject({ secretKey: { published: '<YOUR-SECRET-KEY>' } });
    const elsewhere = await read({ 'docker-compose.yml': compose(environment('SECRET_KEY=${KEY}')) });
    expect(factOf(elsewhere, 'webssh.config')).toMatchObject({ secretKey: { set: true, unresolved: expect.any(String) } });
    const beside = await read({ 'docker-compose.yml': compose(environment('SECRET_KEY=${KEY}')), '.env': 'KEY=changeme\n' });
    expect(factOf(beside, 'webssh.config')).toMatchObject({ secretKey: { published: 'changeme' } });
  });

  test('loopback is not open, the host network is', async () => {
    const loopback = await read({ 'docker-compose.yml': compose('').replace('"5000:5000"', '"127.0.0.1:5000:5000"') });
    expect(factOf(loopback, 'webssh.config')).toMatchObject({ openPorts: [] });
    const host = await read({ 'docker-compose.yml': compose('    network_mode: host\n    privileged: true\n    cap_add: [NET_ADMIN]\n') });
    expect(factOf(host, 'webssh.config')).toMatchObject({
      openPorts: [{ text: 'every address, port 5000' }, {}],
      privileges: [{ text: 'privileged' }, { text: 'network_mode: host' }, { text: 'cap_add: NET_ADMIN' }],
    });
  });

  test('nginx of the same folder, and workers', async () => {
    const files = {
      'docker-compose.yml': compose('    command: gunicorn -w 4 app:app\n'),
      'nginx.conf': 'server { listen 443 ssl; location / { proxy_pass http://127.0.0.1:5000; } }\n',
    };
    expect(factOf(await read(files), 'webssh.config')).toMatchObject({ proxied: true, workers: { value: 4 } });
  });

  test('another program of that name is left alone', async () => {
    expect(await read({ 'docker-compose.yml': compose(environment('SECRET_KEY=x'), 'someone/webssh2:1') })).toBeUndefined();
  });
});

test('an environment file by the names in it; how the port is published is not known', async () => {
  const facts = await read({ 'webssh.env': 'SECRET_KEY=secret\nRATELIMIT_ENABLED=True\n' });
  expect(factOf(facts, 'webssh.config')).toMatchObject({ openPorts: null, secretKey: { published: 'secret' }, image: '' });
});

describe('the data folder', () => {
  const files = {
    'data/app.db': 'SQLite',
    'data/known_hosts': '',
    'data/keys/1.key': 'gAAAAAB',
    'data/keys/2.key': '-----BEGIN OPENSSH',
    'data/keys/2.key.bak': 'x',
  };

  test('plain keys and open modes', async () => {
    const facts = await read(files, { 'data/keys/1.key': '640', 'data/app.db': '644' });
    expect(factOf(facts, 'webssh.config-data')).toEqual({
      files: 5,
      loose: [
        { path: 'data/app.db', mode: '0644' },
        { path: 'data/keys/1.key', mode: '0640' },
      ],
      plainKeys: [
        { path: 'data/keys/2.key', why: 'begins with -----BEGIN' },
        { path: 'data/keys/2.key.bak', why: 'a copy from before keys were encrypted' },
      ],
    });
  });

  test('a database alone is none', async () => {
    expect(await read({ 'data/app.db': 'SQLite' })).toBeUndefined();
  });
});
