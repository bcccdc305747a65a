import { afterEach, describe, expect, test } from '@jest/globals';
import type { Mode } from '../../../src/model.js';
import scanner from '../../../src/scanners/products/beszel-hub.js';
import { replay, type Transcript, transcriptsOf } from '../../peers/replay.js';
import { type Peer, webPeer } from '../../peers/web.js';
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
const transcripts = transcriptsOf('beszel');
const named = (name: string) => transcripts.find((transcript) => transcript.name === name)!;
const reportOn = async (transcript: Transcript) => judge(await lookAt(kept(await replay(transcript)).port, scanner), 8090);

/** The same hub with other answers on one path. */
const changed = (name: string, path: string, answer: Transcript['exchanges'][number]['answer']): Transcript => ({
  ...named(name),
  exchanges: named(name).exchanges.map((exchange) => (exchange.request.path === path ? { ...exchange, answer } : exchange)),
});

describe.each(transcripts.map((transcript) => [transcript.name, transcript] as const))('%s', (name, transcript) => {
  test(`${transcript.state}: recognised, and every verdict as it should be`, async () => {
    const peer = kept(await replay(transcript));
    const report = await judge(await lookAt(peer.port, scanner), 8090);
    const version = name.includes('version-hidden') ? '' : transcript.version;
    expect(report.targets[0]?.systems).toMatchObject([{ id: 'beszel', title: 'Beszel', version, confidence: 100 }]);
    expect(outcomesOf(report)).toMatchObject(transcript.expect);
    expect(peer.asked.length).toBeLessThan(40);
  });
});

test('in passive mode nothing is posted, counted or upgraded', async () => {
  const peer = kept(await replay(named('0.18.8-hub-fresh-unclaimed')));
  const evidence = await lookAt(peer.port, scanner, ['passive']);
  expect(peer.asked.filter((line) => line.startsWith('POST') || /records|agent-connect/.test(line))).toEqual([]);
  expect(outcomesOf(await judge(evidence, 8090))).toMatchObject({
    'beszel/hub-first-run-flag': 'fail',
    'beszel/hub-first-run-open': 'unknown',
    'beszel/hub-first-run-unfinished': 'unknown',
    'beszel/hub-open-signup': 'unknown',
    'beszel/hub-token-gate': 'unknown',
  });
});

test('the form of the first user is never sent with anything in it', async () => {
  const bodies: string[] = [];
  const peer = kept(
    await webPeer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        if (request.method === 'POST') bodies.push(body);
        response.setHeader('Content-Type', 'application/json').end('{"firstRun":true}');
      });
    }),
  );
  await lookAt(peer.port, scanner);
  expect(bodies).toEqual(['{}', '{}']);
});

test('what an open hub gives away is not kept', async () => {
  const kept = JSON.stringify(await reportOn(named('0.18.8-hub-auto-login')));
  for (const secret of ['AAAAC3NzaC1lZDI1NTE5', 'owner@example.test', '3b1b7a52']) expect(kept).not.toContain(secret);
});

const NGINX = { headers: ['Content-Type: text/html'], body: '<h1>Forbidden</h1>' };
test.each([
  ['/api/beszel/info', 403, 'beszel/hub-auto-login'],
  ['/api/beszel/create-user', 404, 'beszel/hub-first-run-open'],
  ['/api/collections/users/records', 403, 'beszel/hub-open-signup'],
  ['/api/collections/systems/records?perPage=1', 403, 'beszel/hub-anonymous-records'],
  ['/api/collections/users/auth-methods', 200, 'beszel/hub-password-only'],
  ['/api/beszel/agent-connect', 502, 'beszel/hub-token-gate'],
  ['/_/', 502, 'beszel/hub-admin-ui-exposed'],
])("a proxy's own page on %s is no answer of the hub", async (path, status, check) => {
  expect(outcomesOf(await reportOn(changed('0.18.8-hub-fresh-unclaimed', path, { ...NGINX, status })))[check]).toBe('unknown');
});

test('a hub that says that it is enough is asked nothing more', async () => {
  const limited = changed('0.18.8-hub-stock-registered', '/api/beszel/info', {
    status: 429,
    headers: ['Content-Type: application/json'],
    body: '{}',
  });
  const peer = kept(await replay(limited));
  const evidence = await lookAt(peer.port, scanner);
  expect(evidence['beszel-hub.sign-up']).toMatchObject({ ok: false, failure: { kind: 'limit' } });
  expect(peer.asked.filter((line) => line.startsWith('POST'))).toEqual([]);
});

test.each([
  ['another page of that name', '<title>Beszel</title>', []],
  ['PocketBase with another program on it', '<title>Notes</title>', []],
])('%s is not taken for a hub, and nothing is posted to it', async (_, body, systems) => {
  const methods: string[] = [];
  const peer = kept(
    await webPeer(({ method = '' }, response) => {
      methods.push(method);
      response.setHeader('Content-Type', 'text/html').end(body);
    }),
  );
  const report = await judge(await lookAt(peer.port, scanner), 8090);
  expect(report.targets[0]?.systems).toEqual(systems);
  expect(new Set(methods)).not.toContain('POST');
});

describe('the intrusive look', () => {
  const modes: readonly Mode[] = ['passive', 'active', 'intrusive'];
  const hub = (limit: number) => {
    let failures = 0;
    return webPeer(({ url }, response) => {
      response.setHeader('Content-Type', 'application/json');
      if (url === '/api/beszel/first-run') response.end('{"firstRun":false}');
      else if (url?.endsWith('auth-with-password')) response.writeHead(++failures > limit ? 429 : 400).end('{"data":{}}');
      else response.writeHead(404).end('{}');
    });
  };
  test.each([
    [2, { attempts: 3, limitedAfter: 3 }],
    [99, { attempts: 4, limitedAfter: null }],
  ])('with a limit of %i', async (limit, value) => {
    const evidence = await lookAt(kept(await hub(limit)).port, scanner, modes);
    expect(evidence['beszel-hub.failed-logins']).toEqual({ ok: true, value });
  });
});

test('behind a proxy that keeps the path the API is found below it', async () => {
  const page = '<title>Beszel</title><script>globalThis.BESZEL = {"BASE_PATH":"/beszel/","HUB_VERSION":"0.18.8","HUB_URL":""}</script>';
  const peer = kept(
    await webPeer(({ url = '' }, response) => {
      if (url === '/beszel/api/beszel/first-run') response.setHeader('Content-Type', 'application/json').end('{"firstRun":false}');
      else response.setHeader('Content-Type', 'text/html').end(page);
    }),
  );
  const evidence = await lookAt(peer.port, scanner);
  expect(evidence['beszel-hub.first-run']).toEqual({ ok: true, value: { base: '/beszel/', firstRun: false } });
  expect(peer.asked).toContain('/beszel/api/beszel/info');
});
