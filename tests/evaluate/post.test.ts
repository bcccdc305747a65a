import '../support/checks-first.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../../src/evaluate.js';
import type { Report } from '../../src/model.js';
import { render } from '../../src/reports/index.js';
import { parseSurvey } from '../../src/schema.js';

/*
 * The three hosts of the post "Home Assistant security" of 2018, recorded from real daemons (OpenSSH, Dropbear, Samba,
 * Mosquitto, the Configurator; the page of Home Assistant 0.70 is the demo's). UPDATE_GOLDEN=1 writes the reports anew.
 */
const SCENARIOS: Readonly<Record<string, readonly (readonly [check: string, port: number | undefined, outcome: string])[]>> = {
  'post-hassio-bare': [
    ['ssh/password-login', 22, 'fail'],
    ['ssh/debug-port-exposed', 22222, 'fail'],
    ['ssh/password-login', 22222, 'pass'],
    ['home-assistant/identifiable', 8123, 'fail'],
    ['home-assistant/ip-ban-missing', 8123, 'unknown'],
    ['http/open-proxy', 8123, 'pass'],
  ],
  'post-hassio-samba': [
    ['smb/guest-write', 445, 'fail'],
    ['smb/guest-read', 139, 'fail'],
    ['smb/null-session-listing', 445, 'fail'],
    ['smb/smb1', 445, 'fail'],
    ['smb/signing-not-required', 445, 'fail'],
    ['host/secrets-on-guest-share', undefined, 'fail'],
    ['ssh/debug-port-exposed', 22222, 'fail'],
  ],
  'post-hassio-mosquitto': [
    ['mqtt/anonymous-access', 1883, 'fail'],
    ['mqtt/anonymous-subscribe', 1883, 'fail'],
    ['mqtt/plaintext', 1883, 'fail'],
    ['home-assistant/configurator-exposed', 3218, 'fail'],
    ['host/anonymous-broker-drives-home-assistant', undefined, 'fail'],
  ],
};

const read = (path: string) => readFileSync(path, 'utf8');
const judged = (name: string): Promise<Report> => evaluate(parseSurvey(read(`fixtures/surveys/${name}.json`), name));

describe.each(Object.keys(SCENARIOS))('%s', (name) => {
  test('is judged as the post judges it', async () => {
    const { findings, targets, gate } = await judged(name);
    const outcomes = SCENARIOS[name]!.map(([check, port]) => [
      check,
      port,
      findings.find((finding) => finding.check === check && finding.port === port)?.outcome,
    ]);
    expect(outcomes).toEqual(SCENARIOS[name]);
    expect(targets[0]?.systems).toEqual([{ id: 'home-assistant', title: 'Home Assistant', version: '0.70.0', confidence: 100 }]);
    expect(gate.result).toBe('closed');
  });

  test('reads as the golden report', async () => {
    const golden = `fixtures/reports/${name}.txt`;
    const text = await render(await judged(name), 'table', { color: false, columns: 100 });
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text);
    expect(text).toBe(read(golden));
  });
});
