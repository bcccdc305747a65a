import { createHmac } from 'node:crypto';
import http from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Mode } from '../../../src/model.js';
import scanner from '../../../src/scanners/products/webssh.js';
import { replay, transcriptsOf } from '../../peers/replay.js';
import { type Peer, peerOf, webPeer } from '../../peers/web.js';
import { judge, lookAt, outcomesOf } from '../../support/look.js';

let peer: Peer;
afterEach(() => peer.close());

const transcripts = transcriptsOf('webssh');
const named = (name: string) => transcripts.find((transcript) => transcript.name === name)!;

describe.each(transcripts.map((transcript) => [transcript.name, transcript] as const))('%s', (_, transcript) => {
  test(`${transcript.state}: recognised, and every verdict as it should be`, async () => {
    peer = await replay(transcript);
    const report = await judge(await lookAt(peer.port, scanner), 5000);
    expect(report.targets[0]?.systems.map(({ id }) => id)).toEqual(['webssh']);
    expect(outcomesOf(report)).toMatchObject(transcript.expect);
    expect(peer.asked.length).toBeLessThan(40);
    // One form without a token, which the limiter does not count.
    expect(peer.asked.filter((line) => line === 'POST /login')).toHaveLength(1);
    expect(peer.asked).not.toContain('POST /register');
  });
});

test('in passive mode nothing is posted but the goodbye to Socket.IO', async () => {
  peer = await replay(named('2.0.0-claimed'));
  const evidence = await lookAt(peer.port, scanner, ['passive']);
  expect(peer.asked.filter((line) => line.startsWith('POST'))).toEqual([expect.stringMatching(/^POST \/socket\.io\/.*sid=/)]);
  expect(evidence['webssh.csrf']).toEqual({ ok: false, failure: { kind: 'skipped', detail: 'needs --active' } });
});

test('a session is never kept, its signature is checked', async () => {
  peer = await replay(named('1-stock-compose'));
  const evidence = await lookAt(peer.port, scanner);
  expect(evidence['webssh.session']).toMatchObject({ ok: true, value: { signed: true, publishedKey: '<YOUR-SECRET-KEY>' } });
  expect(JSON.stringify(evidence)).not.toMatch(/session=\.?eyJ/);
});

test('another application with Flask-Login is asked two questions and is not WebSSH', async () => {
  peer = await webPeer((request, response) => {
    if (request.url === '/') response.writeHead(302, { Location: '/login?next=%2F' }).end();
    else response.writeHead(200, { 'Set-Cookie': `session=${signed('key')}; HttpOnly; Path=/` }).end('<title>Login - Wiki</title>');
  });
  const before = peer.asked.length;
  const report = await judge(await lookAt(peer.port, scanner), 5000);
  expect(report.targets[0]?.systems).toEqual([]);
  expect(peer.asked.slice(before).filter((path) => /register|health|debugger/.test(path))).toEqual([]);
});

describe('the login limit, with --intrusive', () => {
  const MODES: readonly Mode[] = ['passive', 'active', 'intrusive'];

  /** A WebSSH that refuses after so many forms, for each address that it believes. */
  async function start(limit: number, believes: boolean): Promise<void> {
    const asked: string[] = [];
    const seen = new Map<string, number>();
    const server = http.createServer((request, response) => {
      const [path] = (request.url ?? '').split('?');
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(`${request.method} ${path} ${body}`);
        const page = '<title data-i18n="x">Sign in · WebSSH</title><input name="csrf_token" value="t.o.k">';
        if (path === '/') return response.writeHead(302, { Location: '/login?next=%2F' }).end();
        if (path !== '/login') return response.writeHead(404).end();
        if (request.method === 'GET') return response.writeHead(200, { 'Set-Cookie': `session=${signed('key')}; Path=/` }).end(page);
        if (body === '') return response.writeHead(400).end('The CSRF token is missing.');
        const from = (believes && request.headers['x-forwarded-for']?.toString()) || 'here';
        const count = (seen.get(from) ?? 0) + 1;
        seen.set(from, count);
        return response.end(
          count > limit ? `${page}Too many login attempts. Please try again later.` : `${page}Invalid username or password`,
        );
      });
    });
    peer = await peerOf(server, asked);
  }

  test.each([
    [5, false, 'pass', 'pass'],
    [5, true, 'pass', 'fail'],
    [99, false, 'fail', 'not-applicable'],
  ])('refuses after %i, believes invented addresses: %s', async (limit, believes, held, lifted) => {
    await start(limit, believes);
    const outcomes = outcomesOf(await judge(await lookAt(peer.port, scanner, MODES), 5000));
    expect(outcomes).toMatchObject({ 'webssh/login-limit': held, 'webssh/login-limit-bypass': lifted });
    expect(peer.asked.filter((line) => /username|password/.test(line))).toEqual([]);
  });
});

/** A session as Flask signs it. */
function signed(key: string): string {
  const text = 'eyJ4IjoxfQ.awElZA';
  const derived = createHmac('sha1', key).update('cookie-session').digest();
  return `${text}.${createHmac('sha1', derived).update(text).digest('base64url')}`;
}
