import http from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import server from '../../../src/scanners/products/betterdesk.js';
import webConsole from '../../../src/scanners/products/betterdesk-console.js';
import { type Peer, peerOf, rawPeer, webPeer } from '../../peers/web.js';
import { replay, type Transcript, transcriptsOf } from '../../peers/replay.js';
import { dialTo } from '../../support/dial-to.js';
import { judge, lookAt, outcomesOf } from '../../support/look.js';

const peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

const kept = async (making: Promise<Peer>): Promise<Peer> => {
  const peer = await making;
  peers.push(peer);
  return peer;
};

/** The recorded login that carried cookie and token past the token check is told from the one that did not. */
function played(transcript: Transcript): Promise<Peer> {
  const withCookie = (carries: boolean) => ({
    ...transcript,
    exchanges: transcript.exchanges.filter(({ request }) => request.path !== '/api/auth/login' || 'cookie' in request.headers === carries),
  });
  const stands = transcript.exchanges.some(({ request }) => 'cookie' in request.headers);
  return stands ? behindTokenCheck(withCookie(true), withCookie(false)) : replay(transcript);
}

async function behindTokenCheck(passed: Transcript, turnedAway: Transcript): Promise<Peer> {
  const [yes, no] = [await kept(replay(passed)), await kept(replay(turnedAway))];
  return rawPeer((socket) => {
    socket.once('data', (head) => {
      const { port } = head.includes('X-CSRF-Token') || !head.includes('POST') ? yes : no;
      const upstream = dialTo(port)();
      // One request a connection: the next may belong to the other.
      const single = Buffer.from(head.toString('latin1').replace('Connection: keep-alive', 'Connection: close'), 'latin1');
      void upstream.then((stream) => {
        stream.write(single);
        stream.pipe(socket);
      });
    });
  });
}

describe.each(transcriptsOf('betterdesk'))('$name', (transcript) => {
  test('is recognised and judged', async () => {
    const scanner = transcript.name.includes('-api-default') && !transcript.name.includes('client') ? server : webConsole;
    const peer = await kept(played(transcript));
    const report = await judge(await lookAt(peer.port, scanner), 5000);
    expect(report.targets[0]?.systems).toMatchObject([{ id: 'betterdesk' }]);
    expect(outcomesOf(report)).toMatchObject(transcript.expect);
  });
});

test('a health page of somebody else ends the questions', async () => {
  const peer = await kept(webPeer((_, response) => response.setHeader('Content-Type', 'application/json').end('{"status":"ok"}')));
  const facts = await server.gather(dialTo(peer.port), {});
  expect({ facts, asked: peer.asked }).toEqual({ facts: {}, asked: ['/api/health'] });
});

test('3.x is told by what it closed and what its health page has', async () => {
  const health = {
    status: 'ok',
    version: '3.5.154',
    uptime: '1s',
    tls: true,
    peers_total: 3,
    peers_online: 1,
    peers_udp: 1,
    connection: { relay_servers: ['a:21117'] },
  };
  const peer = await kept(
    webPeer((request, response) => {
      const known = request.url === '/api/health';
      response.writeHead(known ? 200 : 401, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(known ? health : { error: 'Invalid or missing credentials' }));
    }),
  );
  const report = await judge(await lookAt(peer.port, server), 21114);
  expect(report.targets[0]?.systems).toMatchObject([{ id: 'betterdesk', version: '3.5.154' }]);
  expect(outcomesOf(report)).toMatchObject({
    'betterdesk/outdated-generation': 'pass',
    'betterdesk/stats-public': 'pass',
    'betterdesk/metrics-public': 'pass',
    'betterdesk/health-leaks-topology': 'fail',
  });
});

describe('the WebSocket ports', () => {
  const hello = { ok: true as const, value: { asked: 'HealthCheck' as const, over: 'tcp' as const, answers: ['HealthCheck'] } };
  const ask = async (statusOf: (origin: string | undefined) => number) => {
    const upgrades = http.createServer();
    upgrades.on('upgrade', (request, socket) => {
      const status = statusOf(request.headers.origin);
      const upgraded = status === 101 ? 'Upgrade: websocket\r\nConnection: Upgrade\r\n' : 'Content-Length: 0\r\n';
      socket.end(`HTTP/1.1 ${status} Said\r\n${upgraded}\r\n`);
    });
    const peer = await kept(peerOf(upgrades, []));
    const dial = dialTo(peer.port - 2, { modes: ['passive', 'active'] });
    return server.gather(dial, { 'rustdesk.hello': hello });
  };

  test.each([
    ['take any origin', () => 101, { foreign: 101, none: 101 }],
    ['refuse foreign origins', (origin: string | undefined) => (origin ? 403 : 101), { foreign: 403, none: 101 }],
  ])('%s', async (_name, statusOf, expected) => {
    expect(await ask(statusOf)).toMatchObject({ 'betterdesk.websocket-origin': { ok: true, value: expected } });
  });
});
