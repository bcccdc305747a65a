import { beforeAll, expect, test } from '@jest/globals';
import { evaluate } from '../../src/evaluate.js';
import type { Survey, SurveyedService } from '../../src/model.js';
import { everyCheck } from '../support/every-check.js';

beforeAll(() => everyCheck());

type Host = readonly [name: string, address: string, key: string];

const signalPort = ([target, address, publicKey]: Host): SurveyedService => ({
  target,
  address,
  port: 21116,
  transport: 'tcp',
  tls: false,
  protocol: 'rustdesk',
  facts: {
    'rustdesk.hello': { ok: true, value: { asked: 'HealthCheck', over: 'tcp', answers: ['KeyExchange', 'HealthCheck'] } },
    'rustdesk.key-exchange': { ok: true, value: { signature: 'c2ln', publicKey, plainAnswered: true } },
  },
});
const survey = (...hosts: readonly Host[]): Survey => ({
  schemaVersion: 1,
  kind: 'survey',
  tool: { name: 'porosity', version: '0' },
  run: {
    startedAt: '2026-11-21T08:00:00.000Z',
    finishedAt: '2026-11-21T08:00:01.000Z',
    durationMs: 1000,
    modes: ['passive'],
    ports: 'top',
    engine: 'connect',
    incomplete: false,
  },
  targets: hosts.map(([name, address]) => ({
    name,
    address,
    state: 'examined',
    because: '',
    ports: { swept: 1, open: 1, closed: 0, filtered: 0 },
    open: [{ port: 21116, reason: 'syn-ack' }],
  })),
  services: hosts.map(signalPort),
  notes: [],
});
const outcomes = async (...hosts: readonly Host[]) =>
  (await evaluate(survey(...hosts), { only: ['betterdesk/shared-identity'] })).findings.map(
    ({ target, outcome }) => `${target} ${outcome}`,
  );

test('what two hosts should not share is seen on both', async () => {
  expect(await outcomes(['a.lan', '10.0.0.1', 'a2V5'], ['b.lan', '10.0.0.2', 'a2V5'], ['c.lan', '10.0.0.3', 'b3RoZXI='])).toEqual([
    'a.lan fail',
    'b.lan fail',
    'c.lan pass',
  ]);
});

test('a name with two addresses, and an address with two names, are one host', async () => {
  expect(await outcomes(['a.lan', '10.0.0.1', 'a2V5'], ['a.lan', 'fd00::1', 'a2V5'])).toEqual(Array(2).fill('a.lan not-applicable'));
  expect(await outcomes(['a.lan', '10.0.0.1', 'a2V5'], ['b.lan', '10.0.0.1', 'a2V5'])).toEqual([
    'a.lan not-applicable',
    'b.lan not-applicable',
  ]);
});
