import { beforeAll, expect, test } from '@jest/globals';
import { evaluate } from '../../src/evaluate.js';
import { everyCheck } from '../support/every-check.js';
import type { Survey, SurveyedFiles, SurveyedService } from '../../src/model.js';

beforeAll(() => everyCheck());

const files = (path: string, unread: string[] = []): SurveyedFiles[] => [
  { kind: 'mqtt', path, facts: { 'mqtt.config': { ok: true, value: { listeners: [], localOnly: true, unread: [] } } } },
  { kind: 'home-assistant', path, facts: { 'home-assistant.config-refused': { ok: true, value: { refusals: [] } } } },
  { kind: 'host', path, facts: { 'host.config-read': { ok: true, value: { files: 1, kinds: ['mqtt'], unread } } } },
];
const broker = (port: number): SurveyedService => ({
  target: 'box.lan',
  address: '10.0.0.2',
  port,
  transport: 'tcp',
  tls: false,
  protocol: 'mqtt',
  facts: {
    'mqtt.transport': { ok: true, value: { kind: 'tcp', path: '' } },
    'mqtt.anonymous-connect': { ok: false, failure: { kind: 'timeout', detail: 'no answer' } },
  },
});
const survey = (services: SurveyedService[], read: SurveyedFiles[]): Survey => ({
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
  targets: [
    {
      name: 'box.lan',
      address: '10.0.0.2',
      state: 'examined',
      because: '',
      ports: { swept: 2, open: services.length, closed: 0, filtered: 0 },
      open: services.map(({ port }) => ({ port, reason: 'syn-ack' })),
      files: read,
    },
  ],
  services,
  notes: [],
});
const asked = async (services: SurveyedService[], read: SurveyedFiles[], check: string) =>
  (await evaluate(survey(services, read), { only: [check] })).findings.map(({ port, outcome }) => `${port ?? 'files'} ${outcome}`);

test('a question of wire and files is asked on each port, once without a port where files stand alone', async () => {
  expect(await asked([broker(1883), broker(8883)], files('/etc'), 'mqtt/plaintext')).toEqual(['1883 fail', '8883 fail']);
  expect(await asked([], files('/etc'), 'mqtt/plaintext')).toEqual(['files not-applicable']);
});

test('a question of files alone is asked once a folder', async () => {
  expect(await asked([broker(1883)], files('/etc'), 'home-assistant/config-refused')).toEqual(['files pass']);
  expect(await asked([broker(1883)], [...files('/etc'), ...files('/srv')], 'home-assistant/config-refused')).toEqual([
    'files pass',
    'files pass',
  ]);
});

test('what a second folder could not give is not lost', async () => {
  const [unknown, passed] = await asked([], [...files('/etc'), ...files('/srv', ['smb.conf: binary'])], 'host/config-unread');
  expect([unknown, passed].sort()).toEqual(['files pass', 'files unknown']);
});
