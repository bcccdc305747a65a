import { afterEach, describe, expect, test } from '@jest/globals';
import http from 'node:http';
import type { Mode } from '../../../src/model.js';
import scanner from '../../../src/scanners/products/home-assistant.js';
import { replay, transcriptsOf } from '../../peers/replay.js';
import { type Peer, rawPeer, webPeer } from '../../peers/web.js';
import { judge, lookAt, outcomesOf } from '../../support/look.js';

let peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.map((peer) => peer.close()));
  peers = [];
});
function kept(peer: Peer): Peer {
  peers.push(peer);
  return peer;
}
const transcripts = transcriptsOf('home-assistant');
const named = (name: string) => transcripts.find((transcript) => transcript.name === name)!;
/** Asked of a server that wants a login, this is a failed one. */
const COUNTED = 'GET /api/';

describe.each(transcripts.map((transcript) => [transcript.name, transcript] as const))('%s', (_, transcript) => {
  test(`${transcript.state}: recognised, and every verdict as it should be`, async () => {
    const peer = kept(await replay(transcript));
    // In the port's place: a banned client is told by little more than that.
    const evidence = await lookAt(peer.port, scanner);
    const refusals = evidence['home-assistant.refusals'];
    const facts = refusals?.ok
      ? { ...evidence, 'home-assistant.refusals': { ok: true as const, value: { ...refusals.value, port: 8123 } } }
      : evidence;
    const report = await judge(facts);
    expect(report.targets[0]?.systems.map(({ id }) => id)).toEqual(['home-assistant']);
    expect(outcomesOf(report)).toMatchObject(transcript.expect);
    expect(peer.connections()).toBeLessThan(10);
    expect(peer.asked.length).toBeLessThan(40);
    const opened = ['0.70.0-no-password', '0.70.0-trusted-networks-xff'].includes(transcript.name);
    expect(peer.asked.includes(COUNTED)).toBe(opened);
  });
});

test.each(
  transcripts.filter(({ exchanges }) => exchanges.some(({ answer }) => answer.frame)).map(({ name, version }) => [name, version] as const),
)('%s gives its version away: %s', async (name, version) => {
  const report = await judge(await lookAt(kept(await replay(named(name))).port, scanner));
  expect(report.targets[0]?.systems[0]?.version).toBe(version);
});

test('in passive mode nothing active is asked', async () => {
  const peer = kept(await replay(named('2024.3.3-trusted-networks')));
  const evidence = await lookAt(peer.port, scanner, ['passive']);
  expect(evidence['home-assistant.forwarded']).toEqual({ ok: false, failure: { kind: 'skipped', detail: 'needs --active' } });
  expect(peer.asked.filter((line) => !line.startsWith('GET ') && !line.startsWith('OPTIONS '))).toEqual([]);
  expect(outcomesOf(await judge(evidence))).toMatchObject({ 'home-assistant/trusted-networks-login': 'unknown' });
});

test('a login that was begun is taken back', async () => {
  const peer = kept(await replay(named('2024.3.3-trusted-networks')));
  await lookAt(peer.port, scanner);
  expect(peer.asked).toEqual(
    expect.arrayContaining(['POST /auth/login_flow', expect.stringMatching(/^DELETE \/auth\/login_flow\/[0-9a-f]+$/)]),
  );
});

test('a banned scanner asks nothing more', async () => {
  const peer = kept(await replay(named('2024.3.3-banned-from-start')));
  const evidence = await lookAt(peer.port, scanner);
  expect(peer.asked.filter((line) => /api|auth/.test(line))).toEqual([]);
  expect(evidence['home-assistant.onboarding']).toMatchObject({ ok: false, failure: { kind: 'refused' } });
});

test('a proxy that refuses the WebSocket is not a ban', async () => {
  const { exchanges, ...rest } = named('2025.4.4-default');
  const refused = { status: 403, headers: ['Server: nginx'], body: '<h1>403 Forbidden</h1>' };
  const behindProxy = exchanges.map((exchange) =>
    exchange.request.path === '/api/websocket' ? { ...exchange, answer: refused } : exchange,
  );
  const report = await judge(await lookAt(kept(await replay({ ...rest, exchanges: behindProxy })).port, scanner));
  expect(report.targets[0]?.systems).toMatchObject([{ id: 'home-assistant', version: '' }]);
  expect(outcomesOf(report)).toMatchObject({
    'home-assistant/scanner-banned': 'pass',
    'home-assistant/onboarding-open': 'pass',
    'home-assistant/legacy-no-password': 'pass',
    'home-assistant/version-disclosed': 'unknown',
  });
});

describe('the intrusive look', () => {
  const modes: readonly Mode[] = ['passive', 'active', 'intrusive'];
  const instance = (threshold: number) => {
    let failures = 0;
    return webPeer(({ method, url }, response) => {
      const banned = failures >= threshold;
      if (banned) response.writeHead(403, { 'Content-Type': 'text/plain', Server: 'Python/3.11 aiohttp/3.9.3' }).end('403: Forbidden');
      else if (url === '/api/' && method === 'GET')
        response.writeHead(401, { 'Referrer-Policy': 'no-referrer' }).end(`401: Unauthorized ${++failures}`);
      else response.end('{}');
    });
  };

  test('finds the threshold', async () => {
    const evidence = await lookAt(kept(await instance(3)).port, scanner, modes);
    expect(evidence['home-assistant.failed-logins']).toEqual({ ok: true, value: { attempts: 3, refusedAfter: 3 } });
  });

  test('stops after ten', async () => {
    const evidence = await lookAt(kept(await instance(Infinity)).port, scanner, modes);
    expect(evidence['home-assistant.failed-logins']).toEqual({ ok: true, value: { attempts: 10, refusedAfter: null } });
  });
});

describe('look-alikes', () => {
  const copy: http.RequestListener = ({ url }, response) => {
    if (url === '/') response.setHeader('Content-Type', 'text/html').end('<title>Home Assistant</title>');
    else if (url === '/manifest.json') response.end('{"name":"Home Assistant"}');
    else response.writeHead(404).end('404: Not Found');
  };
  const forbidden: http.RequestListener = (_, response) =>
    response.writeHead(403, { 'Content-Type': 'text/plain', Server: 'Python/3.11 aiohttp/3.9.3' }).end('403: Forbidden');

  test.each([
    ['a copy of page and manifest', copy],
    ['another aiohttp server that lets nobody in', forbidden],
  ])('%s is not taken for it', async (_, handler) => {
    const peer = kept(await webPeer(handler));
    const report = await judge(await lookAt(peer.port, scanner), 9000);
    expect(report.targets[0]?.systems).toEqual([]);
  });
});

test('the landing page is recognised, and asked nothing twice', async () => {
  const peer = kept(
    await webPeer(({ url }, response) => {
      if (url === '/')
        response.setHeader('Content-Type', 'text/html').end('<title>Home Assistant</title><ha-landing-page></ha-landing-page>');
      else if (url?.startsWith('/api/')) response.writeHead(401).end('Unauthorized\n');
      else response.writeHead(404).end('404 page not found\n');
    }),
  );
  const report = await judge(await lookAt(peer.port, scanner));
  expect(report.targets[0]?.systems).toMatchObject([{ id: 'home-assistant', version: '' }]);
  expect(outcomesOf(report)).toMatchObject({ 'home-assistant/landing-page': 'fail', 'home-assistant/onboarding-open': 'unknown' });
});

test('a server that shuts down is left alone', async () => {
  const peer = kept(await webPeer((_, response) => response.writeHead(503).end()));
  const evidence = await lookAt(peer.port, scanner);
  expect(peer.asked.filter((path) => path.startsWith('/auth/') || path === '/api/onboarding')).toEqual(['/auth/providers']);
  expect(evidence['home-assistant.onboarding']).toMatchObject({ ok: false, failure: { kind: 'refused' } });
});

test('a server that garbles every answer gives no fact and no verdict', async () => {
  const peer = kept(await rawPeer((socket) => socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n\r\n${'\0{[<'.repeat(500)}`))));
  const report = await judge(await lookAt(peer.port, scanner));
  expect(report.targets[0]?.systems).toEqual([]);
});
