import { afterEach, expect, test } from '@jest/globals';
import type { ServerConfig } from 'ssh2';
import scanner from '../../../src/scanners/products/beszel-agent.js';
import ssh from '../../../src/scanners/protocols/ssh.js';
import profile from '../../../src/profiles/beszel-agent.js';
import { confidenceIn, RECOGNISED } from '../../../src/profiles/profile.js';
import { AGENT_OFFER } from '../../../src/knowledge/beszel.js';
import drift from '../../../src/checks/beszel/agent-profile-drift.js';
import type { Evidence, Mode } from '../../../src/model.js';
import { makeKey, sshPeer } from '../../peers/ssh.js';
import type { Peer } from '../../peers/web.js';
import { dialTo } from '../../support/dial-to.js';
import { outcomeOf } from '../../support/test-check.js';

let peer: Peer | undefined;
afterEach(() => peer?.close());

const config = (ident: string): ServerConfig => ({
  ident,
  hostKeys: [makeKey('ssh-rsa')],
  algorithms: {
    kex: [...AGENT_OFFER.kex],
    serverHostKey: [...AGENT_OFFER.serverHostKey],
    cipher: [...AGENT_OFFER.ciphers],
    hmac: [...AGENT_OFFER.macs],
    compress: [...AGENT_OFFER.compression],
  } as never,
});

async function lookAtAgent(server: Awaited<ReturnType<typeof sshPeer>>, modes: readonly Mode[] = ['passive', 'active']): Promise<Evidence> {
  peer = server;
  const dial = dialTo(server.port, { modes });
  const below = await ssh.gather(dial);
  return { ...below, ...(await scanner.gather(dial, below)) };
}

test('a stock agent refuses a random key, and has the lists of its release', async () => {
  const server = await sshPeer(config('beszel_0.18.8'));
  const evidence = await lookAtAgent(server);
  expect(evidence['beszel-agent.random-key']).toEqual({ ok: true, value: { algorithm: 'ssh-ed25519', accepted: false } });
  expect(server.logins).toEqual(['porosity none', 'u publickey']);
  expect(outcomeOf(drift, evidence)).toBe('pass');
  expect(confidenceIn(profile, evidence)).toBeGreaterThanOrEqual(RECOGNISED);
  expect(profile.version?.(evidence)).toBe('0.18.8');
});

test('something that takes every key', async () => {
  const server = await sshPeer(config('beszel_0.18.8'), (request) =>
    request.method === 'publickey' ? request.accept() : request.reject(['publickey']),
  );
  const evidence = await lookAtAgent(server);
  expect(evidence['beszel-agent.random-key']).toMatchObject({ ok: true, value: { accepted: true } });
});

test('where nobody is asked for a key, none is shown', async () => {
  const server = await sshPeer(config('beszel_0.18.8'), (request) => request.accept());
  const evidence = await lookAtAgent(server);
  expect(evidence['beszel-agent.random-key']).toMatchObject({ ok: false, failure: { kind: 'unsupported' } });
  expect(server.logins).toEqual(['porosity none']);
});

test('in passive mode no key is shown', async () => {
  const server = await sshPeer(config('beszel_0.18.8'));
  const evidence = await lookAtAgent(server, ['passive']);
  expect(evidence['beszel-agent.random-key']).toEqual({ ok: false, failure: { kind: 'skipped', detail: 'needs --active' } });
  expect(server.logins).toEqual(['porosity none']);
});

test('a server written in Go is an old agent on its port alone, and never where it takes passwords', async () => {
  const evidence = await lookAtAgent(await sshPeer(config('Go')));
  const on = (port: number, more: Evidence = {}): Evidence => ({
    ...evidence,
    'beszel-agent.listener': { ok: true, value: { port } },
    ...more,
  });
  expect(confidenceIn(profile, on(45876))).toBe(RECOGNISED);
  expect(confidenceIn(profile, on(2022))).toBeLessThan(RECOGNISED);
  const passwords: Evidence = { 'ssh.auth-methods': { ok: true, value: { methods: ['publickey', 'password'], noneAccepted: false } } };
  expect(confidenceIn(profile, on(45876, passwords))).toBeLessThan(RECOGNISED);
});
