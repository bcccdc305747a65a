import { createHash } from 'node:crypto';
import http from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Mode } from '../../../src/model.js';
import scanner from '../../../src/scanners/products/web-terminals.js';
import { type Peer, peerOf } from '../../peers/web.js';
import { judge, lookAt, outcomesOf } from '../../support/look.js';

/** What a terminal answers: by path, and to an upgrade by origin. */
interface Terminal {
  readonly pages: Readonly<Record<string, Answer>>;
  /** Status of an upgrade; 0 hangs up. */
  readonly upgrade?: (path: string, origin: string | undefined, host: string) => number;
}
interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

let peer: Peer;
afterEach(() => peer.close());

async function start({ pages, upgrade = () => 404 }: Terminal): Promise<Peer> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0]!;
    asked.push(`${request.method} ${path}`);
    const { status = 200, headers = {}, body = '' } = pages[`${request.method} ${path}`] ?? pages[path] ?? pages['*'] ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  server.on('upgrade', (request, socket) => {
    asked.push(`UPGRADE ${request.url}`);
    const status = upgrade(request.url ?? '', request.headers.origin, request.headers.host ?? '');
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    const switched = `Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept}\r\n`;
    if (status !== 0)
      socket.write(`HTTP/1.1 ${status} Recorded\r\n${status === 101 ? switched : 'Content-Length: 0\r\nConnection: close\r\n'}\r\n`);
    socket.on('error', () => socket.destroy());
    if (status === 101) socket.on('data', (frame: Buffer) => asked.push(`FRAME ${frame.length}`));
    else socket.end();
  });
  return (peer = await peerOf(server, asked));
}

async function verdictsOn(terminal: Terminal, modes?: readonly Mode[]) {
  const { port } = await start(terminal);
  const report = await judge(await lookAt(port, scanner, modes), port);
  expect(peer.asked.filter((line) => line.startsWith('FRAME'))).toEqual([]);
  expect(peer.asked.length).toBeLessThan(40);
  return { systems: report.targets[0]!.systems.map(({ id, version }) => `${id} ${version}`.trim()), ...outcomesOf(report) };
}

const TTYD = { server: 'ttyd/1.7.7 (libwebsockets/4.1.6-)' };
const token = { headers: TTYD, body: '{"token": ""}' };
const main = { body: '/*jslint browser:true */\n\nvar jQuery;\nvar wssh = {};\n', headers: { Server: 'TornadoServer/6.6.1' } };
const form = '<title> WebSSH </title><form id="connect" action="" method="post">';

describe('ttyd', () => {
  const open = { '/': { headers: TTYD, body: '<title>ttyd - Terminal</title>' }, '/token': token };

  test('open to everybody, any origin', async () => {
    expect(await verdictsOn({ pages: open, upgrade: () => 101 })).toMatchObject({
      systems: ['ttyd 1.7.7'],
      'web-terminal/unauthenticated': 'fail',
      'web-terminal/plaintext': 'fail',
      'web-terminal/origin-any': 'fail',
      'web-terminal/header-auth-direct': 'pass',
      'web-terminal/version-disclosed': 'fail',
    });
  });

  test('--check-origin hangs up on foreign pages', async () => {
    const upgrade: Terminal['upgrade'] = (_path, origin, host) => (origin === `http://${host}` ? 101 : 0);
    expect(await verdictsOn({ pages: open, upgrade })).toMatchObject({ 'web-terminal/origin-any': 'pass' });
  });

  test('a login: the WebSocket hangs up on everybody, which says nothing about origins', async () => {
    const refusal = { status: 401, headers: { ...TTYD, 'WWW-Authenticate': 'Basic realm="ttyd"' } };
    expect(await verdictsOn({ pages: { '*': refusal }, upgrade: () => 0 })).toMatchObject({
      systems: ['ttyd 1.7.7'],
      'web-terminal/unauthenticated': 'pass',
      'web-terminal/origin-any': 'unknown',
    });
  });

  test('a header of a proxy', async () => {
    const refusal = { status: 407, headers: { ...TTYD, 'Proxy-Authenticate': 'Basic realm="ttyd"' } };
    expect(await verdictsOn({ pages: { '*': refusal }, upgrade: () => 0 })).toMatchObject({
      'web-terminal/unauthenticated': 'pass',
      'web-terminal/header-auth-direct': 'fail',
    });
  });

  test.each([
    ['/terminal', 'fail'],
    ['/a-name-of-its-own', 'unknown'],
  ])('under %s', async (base, outcome) => {
    const pages = { '*': { status: 404, headers: TTYD }, [`${base}/token`]: token };
    expect(await verdictsOn({ pages })).toMatchObject({ systems: ['ttyd 1.7.7'], 'web-terminal/unauthenticated': outcome });
  });

  test('behind a login on / alone', async () => {
    const refusal = { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="restricted"' } };
    expect(await verdictsOn({ pages: { '/': refusal, '/token': token }, upgrade: () => 101 })).toMatchObject({
      systems: ['ttyd 1.7.7'],
      'web-terminal/unauthenticated': 'pass',
      'web-terminal/proxy-gap': 'fail',
    });
  });

  test('sends plain HTTP to TLS', async () => {
    const redirect = { status: 301, headers: { ...TTYD, Location: 'https://box.lan:7681/' } };
    expect(await verdictsOn({ pages: { '*': redirect } })).toMatchObject({ 'web-terminal/plaintext': 'pass' });
  });
});

describe('gotty', () => {
  const server = { Server: 'GoTTY' };
  const upgrade: Terminal['upgrade'] = (_path, origin) => (origin === undefined ? 101 : 403);

  test('open to everybody, own origin alone', async () => {
    const pages = {
      '*': { headers: server, body: '<title>cat@vm</title>' },
      '/auth_token.js': { headers: server, body: "var gotty_auth_token = '';" },
    };
    expect(await verdictsOn({ pages, upgrade })).toMatchObject({
      systems: ['gotty'],
      'web-terminal/unauthenticated': 'fail',
      'web-terminal/origin-any': 'pass',
      'web-terminal/version-disclosed': 'pass',
    });
  });

  test('its login leaves the WebSocket open, which is no gap', async () => {
    const pages = { '*': { status: 401, headers: { ...server, 'WWW-Authenticate': 'Basic realm="GoTTY"' } } };
    const verdicts = await verdictsOn({ pages, upgrade });
    expect(verdicts).toMatchObject({ 'web-terminal/unauthenticated': 'pass', 'web-terminal/origin-any': 'pass' });
    expect(verdicts).not.toHaveProperty(['web-terminal/proxy-gap']);
  });

  test('a random path', async () => {
    expect(await verdictsOn({ pages: { '*': { status: 404, headers: server } } })).toMatchObject({
      systems: ['gotty'],
      'web-terminal/unauthenticated': 'unknown',
      'web-terminal/origin-any': 'unknown',
    });
  });
});

describe('WeTTY', () => {
  const body = '<link rel="icon" href="/wetty/client/favicon.ico"><title>WeTTY - The Web Terminal Emulator</title>';

  test.each(['', '/wetty'])('at "%s", with metrics', async (base) => {
    const pages = { [base || '/']: { body }, [`${base}/metrics`]: { body: '# HELP wetty_connections Connections\nwetty_connections 0\n' } };
    expect(await verdictsOn({ pages })).toMatchObject({
      systems: ['wetty'],
      'web-terminal/unauthenticated': 'fail',
      'web-terminal/wetty-metrics-public': 'fail',
    });
    expect(peer.asked.filter((line) => line.includes('socket.io'))).toEqual([]);
  });
});

test('Shell In A Box: page and script, never a POST', async () => {
  const pages = { '/': { body: '<title>Shell In A Box</title>' }, '/ShellInABox.js': { body: 'serverSupportsSSL = false;\n' } };
  expect(await verdictsOn({ pages })).toMatchObject({ systems: ['shellinabox'], 'web-terminal/unauthenticated': 'fail' });
  expect(peer.asked.filter((line) => line.startsWith('POST'))).toEqual([]);
});

describe('webssh of huashengdun', () => {
  const said = (status: string) => ({ body: JSON.stringify({ id: null, status, encoding: null }).replaceAll('":"', '": "') });
  const open = {
    '/': { body: form, headers: { Server: 'TornadoServer', 'Set-Cookie': '_xsrf=2|a|b|1; Path=/' } },
    '/static/js/main.js': main,
  };

  test('as it comes', async () => {
    const pages = { ...open, 'POST /': said("'_xsrf' argument missing from POST") };
    expect(await verdictsOn({ pages, upgrade: () => 101 })).toMatchObject({
      systems: ['huashengdun-webssh'],
      'web-terminal/unauthenticated': 'fail',
      'web-terminal/csrf-off': 'pass',
      'web-terminal/debug': 'pass',
      'web-terminal/origin-any': 'fail',
      'web-terminal/pivot': 'unknown',
    });
  });

  test.each([
    ['Invalid key .', 'fail'],
    ['Connection to porosity.invalid:22 is not allowed.', 'pass'],
    ['Too many live connections.', 'unknown'],
  ])('a key that is none is answered "%s"', async (status, outcome) => {
    expect(await verdictsOn({ pages: { ...open, 'POST /': said(status) } })).toMatchObject({ 'web-terminal/pivot': outcome });
  });

  test('in passive mode nothing is posted and no WebSocket asked for', async () => {
    expect(await verdictsOn({ pages: open }, ['passive'])).toMatchObject({
      'web-terminal/csrf-off': 'unknown',
      'web-terminal/pivot': 'unknown',
    });
    expect(peer.asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
  });

  test('tracebacks', async () => {
    const traceback = {
      status: 404,
      headers: { 'Content-Type': 'text/plain' },
      body: 'Traceback (most recent call last):\n  File "/opt/…"',
    };
    expect(await verdictsOn({ pages: { ...open, '/porosity-not-there': traceback } })).toMatchObject({ 'web-terminal/debug': 'fail' });
  });

  test.each([
    ['refused', { status: 403, headers: { Server: 'TornadoServer' } }, 'unknown'],
    ['sent to TLS', { status: 301, headers: { Server: 'TornadoServer', Location: 'https://box.lan:4433/' } }, 'pass'],
  ])('%s, but known by its script', async (_, answer, plaintext) => {
    const pages = { '*': answer, '/static/js/main.js': main };
    expect(await verdictsOn({ pages })).toMatchObject({
      systems: ['huashengdun-webssh'],
      'web-terminal/unauthenticated': 'pass',
      'web-terminal/pivot': 'pass',
      'web-terminal/plaintext': plaintext,
    });
  });
});

test.each([
  ['a login of something else', { '*': { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="router"' } } }],
  ['nothing at /', {}],
  ['a page about WebSSH', { '/': { body: '<title>WebSSH</title><p>a page</p>' } }],
  ['a single page for every path', { '*': { body: '<title>ttyd in ten minutes</title>' } }],
])('%s is no terminal', async (_, pages) => {
  expect(await verdictsOn({ pages })).toMatchObject({ systems: [] });
  expect(peer.asked.length).toBeLessThan(12);
});
