import { afterEach, describe, expect, test } from '@jest/globals';
import http from 'node:http';
import https from 'node:https';
import { readFileSync } from 'node:fs';
import type { AuthenticationType } from 'ssh2';
import scanner from '../../../src/scanners/products/containerssh.js';
import type { Evidence, Mode } from '../../../src/model.js';
import { readMetrics, lookForMetrics } from '../../../src/scanners/products/containerssh/side-services.js';
import { tryWrongPasswords } from '../../../src/scanners/products/containerssh/webhook-logins.js';
import { secretsIn } from '../../../src/scanners/products/containerssh/secret-paths.js';
import { openSession } from '../../../src/scanners/http-client.js';
import { observe } from '../../../src/scanners/scanner.js';
import { makeKey, sshPeer } from '../../peers/ssh.js';
import { type Peer, peerOf, webPeer } from '../../peers/web.js';
import { dialTo } from '../../support/dial-to.js';
import { judge, lookAt, outcomesOf } from '../../support/look.js';

let peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.map((peer) => peer.close()));
  peers = [];
});
async function kept<P extends Peer>(peer: Promise<P>): Promise<P> {
  peers.push(await peer);
  return peer;
}
const json = (response: http.ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
const recognised = async (evidence: Evidence) => (await judge(evidence)).targets[0]?.systems.map(({ id }) => id);
const ACTIVE: readonly Mode[] = ['passive', 'active'];
const INTRUSIVE: readonly Mode[] = [...ACTIVE, 'intrusive'];

describe('health page (answers recorded on 0.6.0)', () => {
  const healthPeer = (status: number, answer: string, everywhere = true) =>
    kept(
      webPeer((request, response) => {
        if (!everywhere && request.url !== '/') return void response.writeHead(404).end();
        const quoted = /text\/(html|plain)/.test(request.headers.accept ?? '') ? answer : `"${answer}"`;
        response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(quoted);
      }),
    );

  test.each([
    [200, 'ok'],
    [503, 'not ok'],
  ])('%d "%s" is recognised and reported', async (status, answer) => {
    const evidence = await lookAt((await healthPeer(status, answer)).port, scanner, ['passive']);
    expect(evidence['containerssh.health']).toEqual({ ok: true, value: { answer, negotiates: true } });
    expect(await recognised(evidence)).toEqual(['containerssh']);
    expect(outcomesOf(await judge(evidence))).toMatchObject({ 'containerssh/health-exposed': 'fail' });
  });

  test('a small service that says so to everybody is not', async () => {
    const peer = await kept(
      webPeer((_, response) => void response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end('"ok"')),
    );
    const evidence = await lookAt(peer.port, scanner);
    expect(evidence['containerssh.health']).toEqual({ ok: true, value: { answer: 'ok', negotiates: false } });
    expect(await recognised(evidence)).toEqual([]);
  });

  test('a page of somebody else that says the same once is not', async () => {
    expect(await recognised(await lookAt((await healthPeer(200, 'ok', false)).port, scanner))).toEqual([]);
  });
});

describe('metrics', () => {
  const TEXT = '# HELP containerssh_auth_success_total The number.\ncontainerssh_auth_success_total{authtype="password"} 3.0\n# EOF\n';
  const metricsPeer = (text: string) =>
    kept(webPeer((request, response) => void (request.url === '/metrics' ? response.end(text) : response.writeHead(404).end())));

  test('are recognised by their names, behind a 404 without a word', async () => {
    const evidence = await lookAt((await metricsPeer(TEXT)).port, scanner, ['passive']);
    expect(evidence['containerssh.metrics']).toMatchObject({
      value: { state: 'open', names: ['containerssh_auth_success_total'], tells: ['authtype="password"'] },
    });
    expect(outcomesOf(await judge(evidence))).toMatchObject({ 'containerssh/metrics-exposed': 'fail' });
  });

  test('those of another program are no fact', async () => {
    const evidence = await lookAt((await metricsPeer('# HELP node_cpu_seconds_total x\n')).port, scanner, ['passive']);
    expect(evidence['containerssh.metrics']).toBeUndefined();
    expect(await recognised(evidence)).toEqual([]);
  });

  test('every cut of the page fails cleanly or names what it holds', async () => {
    for (let length = 0; length < TEXT.length; length += 7) {
      const { port } = await metricsPeer(TEXT.slice(0, length));
      const session = openSession(dialTo(port));
      const seen = await observe(() => readMetrics(session, port));
      session.close();
      expect(seen.ok || seen.failure.kind === 'protocol').toBe(true);
    }
  });

  test('beside the front: closed, and never outside the scope', async () => {
    const front = dialTo(1);
    expect(await lookForMetrics(Object.assign(dialTo(1), { to: () => dialTo(1) }))).toMatchObject({ state: 'closed' });
    expect(await observe(() => lookForMetrics(Object.assign(front, { to: () => undefined })))).toMatchObject({
      failure: { kind: 'skipped' },
    });
  });

  test('beside the front: a client certificate is demanded', async () => {
    const [key, cert] = ['leaf.key', 'leaf.crt'].map((file) => readFileSync(`fixtures/certificates/${file}`));
    const server = https.createServer({ key, cert, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' });
    const { port } = await kept(peerOf(server, []));
    const plain = await kept(
      webPeer((_, response) => void response.writeHead(400).end('Client sent an HTTP request to an HTTPS server.\n')),
    );
    const to = (_: number, layer: 'tcp' | 'tls') => (layer === 'tls' ? dialTo(port, { layer }) : dialTo(plain.port));
    expect(await lookForMetrics(Object.assign(dialTo(1), { to }))).toMatchObject({ state: 'guarded' });
  });
});

describe('webhooks', () => {
  /** Upstream's sample server, in the words of its library. */
  const samplePeer = (allowAll: boolean) =>
    kept(
      webPeer((request, response) => {
        let body = '';
        request.on('data', (chunk) => (body += chunk));
        request.on('end', () => {
          const said = body ? (JSON.parse(body) as Record<string, unknown>) : undefined;
          const known = ['/password', '/pubkey', '/config'].includes(request.url ?? '');
          if (!known) return void response.writeHead(404).end();
          if (!said) return void response.writeHead(500).end('{"error":"Internal Server Error"}');
          const echo = { remoteAddress: '', connectionId: '', clientVersion: '', username: said['username'] ?? '' };
          if (request.url === '/config') return json(response, 200, { ...echo, config: { docker: { auth: { password: 'hidden-4711' } } } });
          return json(response, 200, { ...echo, success: allowAll || said['username'] === 'foo' });
        });
      }),
    );

  test('the sample, without leave for more than a look', async () => {
    const evidence = await lookAt((await samplePeer(false)).port, scanner, ACTIVE);
    expect(await recognised(evidence)).toEqual(['containerssh']);
    expect(outcomesOf(await judge(evidence))).toMatchObject({
      'containerssh/webhook-reachable': 'fail',
      'containerssh/webhook-plaintext': 'fail',
      'containerssh/webhook-accepts-all': 'unknown',
      'containerssh/sample-authserver': 'unknown',
    });
  });

  test('the sample, with leave: its user, and what it tells an invented one', async () => {
    const report = await judge(await lookAt((await samplePeer(false)).port, scanner, INTRUSIVE));
    expect(outcomesOf(report)).toMatchObject({
      'containerssh/webhook-accepts-all': 'pass',
      'containerssh/sample-authserver': 'fail',
      'containerssh/config-webhook-reachable': 'fail',
      'containerssh/config-webhook-secrets': 'fail',
    });
    expect(JSON.stringify(report)).toContain('docker.auth.password');
    expect(JSON.stringify(report)).not.toContain('hidden-4711');
  }, 15_000);

  test('one that takes everybody', async () => {
    const evidence = await lookAt((await samplePeer(true)).port, scanner, ACTIVE);
    expect(outcomesOf(await judge(evidence))).toMatchObject({ 'containerssh/webhook-accepts-all': 'fail' });
  });

  test.each([
    ['a key that ContainerSSH would refuse', 200, { success: false, error: 'no such page' }],
    ['another status', 404, { success: false }],
    ['no boolean', 200, { success: 'false' }],
  ])('not a webhook: %s', async (_, status, body) => {
    const { port } = await kept(webPeer((request, response) => json(response, request.method === 'POST' ? status : 405, body)));
    expect(await recognised(await lookAt(port, scanner, ACTIVE))).toEqual([]);
  });

  test('not a webhook: it answers so on every path', async () => {
    const { port } = await kept(webPeer((request, response) => json(response, request.method === 'POST' ? 200 : 404, { success: false })));
    expect(await recognised(await lookAt(port, scanner, ACTIVE))).toEqual([]);
  });

  test('a webhook whose 404 is a page of its framework', async () => {
    const { port } = await kept(
      webPeer((request, response) =>
        request.method === 'POST' && request.url === '/password'
          ? json(response, 200, { success: false })
          : response.writeHead(404, { 'Content-Type': 'text/html' }).end('<title>Error</title><pre>Cannot GET /</pre>'),
      ),
    );
    expect(await recognised(await lookAt(port, scanner, ACTIVE))).toEqual(['containerssh']);
  });

  test('wrong passwords, until one is not heard', async () => {
    let heard = 0;
    const { port } = await kept(
      webPeer((request, response) => (++heard > 2 ? json(response, 429, { error: 'too many' }) : json(response, 200, { success: false }))),
    );
    const session = openSession(dialTo(port));
    expect(await tryWrongPasswords(session)).toEqual({ attempts: 3, stopped: true, slowed: false });
    session.close();
  }, 15_000);

  test.each([
    ['an error', 401, { error: 'no' }],
    ['a yes', 200, { success: true }],
  ])('wrong passwords: %s is no limit', async (_, status, body) => {
    const session = openSession(dialTo((await kept(webPeer((__, response) => json(response, status, body)))).port));
    expect(await observe(() => tryWrongPasswords(session))).toMatchObject({ ok: false, failure: { kind: 'unsupported' } });
    session.close();
  });

  test('in passive mode nothing is posted', async () => {
    const methods: string[] = [];
    const { port } = await kept(webPeer((request, response) => (methods.push(request.method ?? ''), json(response, 405, { error: 'no' }))));
    await lookAt(port, scanner, ['passive']);
    expect(new Set(methods)).toEqual(new Set(['GET']));
  });
});

test('the OAuth2 page', async () => {
  const { port } = await kept(webPeer((_, response) => void response.end('<title>Your SSH terminal code</title>')));
  const evidence = await lookAt(port, scanner, ACTIVE);
  expect(outcomesOf(await judge(evidence))).toMatchObject({
    'containerssh/oauth2-page-plain': 'fail',
    'containerssh/sample-authserver': 'pass',
  });
});

describe('the question about a key', () => {
  const ask = async (answer: Parameters<typeof sshPeer>[1], modes = INTRUSIVE) => {
    const peer = await kept(sshPeer({ hostKeys: [makeKey('ssh-ed25519')], ident: 'ContainerSSH' }, answer));
    const dial = Object.assign(dialTo(peer.port, { modes }), { to: () => undefined });
    const seen = await scanner.gather(dial, { 'ssh.banner': { ok: true, value: { software: 'ContainerSSH', comment: '', raw: '' } } });
    return { query: seen['containerssh.key-query'], secondKey: seen['containerssh.second-key'], logins: peer.logins };
  };
  const ALWAYS = ['password', 'publickey', 'keyboard-interactive'] as AuthenticationType[];

  test('is answered by yes and by no; nothing but a key is ever tried', async () => {
    const yes = await ask((request) => (request.method === 'publickey' ? request.accept() : request.reject(ALWAYS)));
    expect(yes.query).toMatchObject({ ok: true, value: { answer: 'accepted' } });
    const no = await ask((request) => request.reject(ALWAYS));
    expect(no.query).toMatchObject({ ok: true, value: { answer: 'refused' } });
    expect([...yes.logins, ...no.logins].map((login) => login.split(' ')[1])).toEqual(['none', 'publickey', 'none', 'publickey']);
  });

  test('the host key is shown a second time', async () => {
    const { secondKey } = await ask((request) => request.reject(ALWAYS), ['passive']);
    expect(secondKey).toMatchObject({ ok: true, value: { type: 'ssh-ed25519', fingerprint: expect.stringMatching(/^SHA256:/) } });
  });

  test('silence is not a no', async () => {
    const { query } = await ask((request) => (request.method === 'publickey' ? undefined : request.reject(ALWAYS)));
    expect(query).toMatchObject({ ok: true, value: { answer: 'none' } });
  }, 15_000);

  test('needs leave', async () => {
    expect((await ask((request) => request.reject(ALWAYS), ACTIVE)).query).toEqual({
      ok: false,
      failure: { kind: 'skipped', detail: 'needs --intrusive' },
    });
  });
});

test('paths of secrets, whatever the depth, and no value', () => {
  const config = {
    ssh: { hostkeys: ['-----BEGIN RSA PRIVATE KEY-----\nx'], banner: '' },
    docker: { auth: { username: 'u', password: 'p' }, connection: { key: '/etc/key.pem' } },
    kubernetes: { connection: { bearerToken: 't', bearerTokenFile: '/run/token' } },
    sshproxy: { password: '' },
  };
  expect(secretsIn(config)).toEqual(['ssh.hostkeys', 'docker.auth.password', 'kubernetes.connection.bearerToken']);
  const deep: Record<string, unknown> = {};
  let here = deep;
  for (let i = 0; i < 1000; i++) here = here['a'] = {} as Record<string, unknown>;
  expect(secretsIn(deep)).toEqual([]);
});
