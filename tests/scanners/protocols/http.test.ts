import { afterEach, describe, expect, test } from '@jest/globals';
import http from 'node:http';
import type net from 'node:net';
import { gzipSync } from 'node:zlib';
import scanner from '../../../src/scanners/protocols/http.js';
import { type Peer, rawPeer, webPeer } from '../../peers/web.js';
import { dialTo } from '../../support/dial-to.js';

const PAGE = '<html><head><title>A box</title><link rel="icon" href="/icon.png"></head><form><input type="password"></form></html>';

let peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.map((peer) => peer.close()));
  peers = [];
});
const web = async (handler: http.RequestListener) => kept(await webPeer(handler));
const raw = async (talk: (socket: net.Socket) => void) => kept(await rawPeer(talk));
function kept(peer: Peer): Peer {
  peers.push(peer);
  return peer;
}
const gather = ({ port }: Peer) => scanner.gather(dialTo(port, { name: '127.0.0.1' }));
const identify = ({ port }: Peer) => scanner.identify!(dialTo(port));

const site: http.RequestListener = ({ url }, response) => {
  const pages: Record<string, [number, string]> = {
    '/': [200, PAGE],
    '/robots.txt': [200, 'User-agent: *\nDisallow: /private # mine\nDISALLOW:\n'],
    '/icon.png': [200, 'not really a picture'],
    '/manifest.json': [200, '{"name":"A box","short_name":"Box","start_url":7}'],
  };
  const [status, body] = pages[url ?? ''] ?? [404, 'nothing here'];
  response
    .writeHead(status, { Server: 'box/1.0', 'Set-Cookie': ['sid=secret; Path=/; HttpOnly', 'lang=en; SameSite=Lax; Secure'] })
    .end(body);
};

describe('a polite server', () => {
  test('gives every fact, on two connections', async () => {
    const peer = await web(site);
    const facts = await gather(peer);
    expect(facts['http.root']).toMatchObject({ ok: true, value: { status: 200, server: 'box/1.0', title: 'A box', bodyExcerpt: PAGE } });
    expect(facts['http.final']).toMatchObject({ ok: true, value: { path: '/', hops: 0, passwordFields: 1 } });
    expect(facts['http.robots']).toEqual({ ok: true, value: { status: 200, disallow: ['/private', ''] } });
    expect(facts['http.favicon']).toMatchObject({ ok: true, value: { status: 200, path: '/icon.png', mmh3: expect.any(Number) } });
    expect(facts['http.manifest']).toEqual({ ok: true, value: { status: 200, name: 'A box', shortName: 'Box', startUrl: '' } });
    expect(facts['http.proxy']).toMatchObject({ ok: true, value: { forwards: false } });
    expect(peer.connections()).toBe(2);
  });

  test('keeps no value of a cookie', async () => {
    const facts = await gather(await web(site));
    expect(facts['http.cookies']).toEqual({
      ok: true,
      value: [
        { name: 'sid', secure: false, httpOnly: true, sameSite: '' },
        { name: 'lang', secure: true, httpOnly: false, sameSite: 'lax' },
      ],
    });
    expect(JSON.stringify(facts)).not.toContain('secret');
  });

  test('may close after every answer', async () => {
    const peer = await web((request, response) => site(request, response.setHeader('Connection', 'close')));
    const facts = await gather(peer);
    expect(Object.values(facts).map(({ ok }) => ok)).toEqual(Array(7).fill(true));
    expect(peer.connections()).toBeLessThan(10);
  });
});

describe('redirects', () => {
  test('are followed on the same host and port', async () => {
    const peer = await web((request, response) => {
      if (request.url === '/') response.writeHead(302, { Location: `http://${request.headers.host}/login?next=%2F` }).end();
      else if (request.url === '/login?next=%2F') response.end('<title>Log in</title>');
      else site(request, response);
    });
    const facts = await gather(peer);
    expect(facts['http.root']).toMatchObject({ value: { status: 302, title: '' } });
    expect(facts['http.final']).toMatchObject({ value: { status: 200, title: 'Log in', path: '/login?next=%2F', hops: 1 } });
  });

  test.each([
    'http://198.51.100.7/',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    '//evil.example/',
    'http://127.0.0.1:1/',
    'https://127.0.0.1/',
    'http://[',
  ])('to %s are not', async (location) => {
    const peer = await web((_, response) => response.writeHead(302, { Location: location }).end());
    const facts = await gather(peer);
    expect(facts['http.final']).toMatchObject({ value: { status: 302, hops: 0, location } });
  });

  test('in a circle end', async () => {
    let turn = 0;
    const peer = await web((_, response) => response.writeHead(302, { Location: `/${turn++}` }).end());
    expect((await gather(peer))['http.final']).toMatchObject({ value: { status: 302, hops: 3 } });
  });
});

describe('an open proxy', () => {
  test('is one that fetches the URL of our listener', async () => {
    const peer = await web((request, response) => {
      if (!request.url?.startsWith('http://')) return site(request, response);
      http.get(request.url, (answer) => answer.pipe(response));
    });
    expect((await gather(peer))['http.proxy']).toEqual({
      ok: true,
      value: { forwards: true, saw: expect.stringContaining('handed us the page') },
    });
  });

  test.each([
    ['answers with the page it has', site],
    ['echoes the URL', (request: http.IncomingMessage, response: http.ServerResponse) => response.end(`you asked for ${request.url}`)],
    ['answers 502 to everything', (_: unknown, response: http.ServerResponse) => response.writeHead(502).end()],
    ['asks for a login', (_: unknown, response: http.ServerResponse) => response.writeHead(407).end()],
  ])('is not one that %s', async (_, handler) => {
    expect((await gather(await web(handler)))['http.proxy']).toMatchObject({ ok: true, value: { forwards: false } });
  });

  test('may be one that did not get through', async () => {
    const peer = await web((request, response) => {
      if (request.url?.startsWith('http://')) response.writeHead(502).end();
      else site(request, response);
    });
    expect((await gather(peer))['http.proxy']).toMatchObject({ ok: false, failure: { kind: 'protocol' } });
  });
});

describe('identify', () => {
  test.each([
    ['an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', true],
    ['a refusal', 'HTTP/1.0 400 Bad Request\r\n\r\n', true],
    ["HTTP/2's first frame", '\0\0\u0006\u0004\0\0\0\0\0\0\u0003\0\0\0d', true],
    ['an SSH greeting', 'SSH-2.0-OpenSSH_9.2\r\n', false],
    ['an RTSP answer', 'RTSP/1.0 400 Bad Request\r\n\r\n', false],
  ])('%s', async (_, bytes, verdict) => {
    expect(await identify(await raw((socket) => socket.once('data', () => socket.end(bytes, 'latin1'))))).toBe(verdict);
  });

  test('headers that never end are HTTP all the same', async () => {
    const peer = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write(`X-A: ${'a'.repeat(2_000)}\r\n`), 1);
      socket.once('close', () => clearInterval(timer));
    });
    expect(await identify(peer)).toBe(true);
    expect((await gather(peer))['http.root']).toMatchObject({ ok: false, failure: { kind: 'protocol' } });
  });
});

describe('a hostile server', () => {
  test('that packs 200 MB into gzip costs 64 KiB', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const peer = await web((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb));
    const facts = await gather(peer);
    expect(facts['http.root']).toMatchObject({ ok: true, value: { status: 200 } });
    expect(facts['http.favicon']).toMatchObject({ ok: false, failure: { kind: 'limit' } });
  });

  test('whose body never ends is cut off', async () => {
    const peer = await raw((socket) => {
      const timer = setInterval(() => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n${'a'.repeat(60_000)}`), 1);
      socket.once('close', () => clearInterval(timer));
    });
    expect((await gather(peer))['http.root']).toMatchObject({ ok: true, value: { status: 200 } });
  });

  test('that answers the first question only holds us for the time of all questions, once', async () => {
    const peer = await web(({ url }, response) => void (url === '/' && response.end(PAGE)));
    const before = performance.now();
    const facts = await gather(peer);
    expect(facts['http.robots']).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(facts['http.manifest']).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(performance.now() - before).toBeLessThan(12_000);
  }, 15_000);
});

test('every beginning of an answer fails cleanly or is an answer', async () => {
  const whole = `HTTP/1.1 200 OK\r\nServer: box\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`;
  let length = 0;
  const peer = await raw((socket) => socket.once('data', () => socket.end(whole.slice(0, length))));
  for (; length < whole.length; length += 7) {
    const { 'http.root': root } = await gather(peer);
    if (!root.ok) expect(['reset', 'protocol']).toContain(root.failure.kind);
    else expect(length).toBeGreaterThan(whole.indexOf('\r\n\r\n'));
  }
}, 30_000);
