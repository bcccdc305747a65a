import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts, installed, scratch, startDaemon } from '../support/daemon.js';
import { porosity } from '../support/porosity.js';
import { installHomeAssistant, startHomeAssistant } from './support/home-assistant.js';
import { apiOf, onboard, valueOf } from './support/home-assistant-api.js';

const mosquitto = installed('mosquitto');
if (!mosquitto) console.log('skipped: mosquitto is not installed');
const program = mosquitto && (await installHomeAssistant());

/** RFC 6761: never has an address. */
const NOWHERE = 'no-such-host.invalid';
const START_MS = 120_000;
/** How soon an entity follows its message. */
const FOLLOW_MS = 10_000;

interface Entity {
  readonly entity_id: string;
  readonly state: string;
  readonly attributes: { readonly device_class?: string; readonly friendly_name?: string };
}

(program ? describe : describe.skip)('the entities in Home Assistant', () => {
  const files = scratch();
  const stops: (() => Promise<void>)[] = [];
  let port: { readonly home: number; readonly broker: number; readonly audited: number };
  let token: string;

  /** A broker that lets everybody in, or nobody. */
  const startBroker = async (at: number, open: boolean) => {
    const configuration = join(files.path, `${at}.conf`);
    const user = process.getuid?.() === 0 ? 'user root\n' : '';
    writeFileSync(configuration, `${user}persistence false\nlistener ${at} 127.0.0.1\nallow_anonymous ${open}\n`);
    return startDaemon([mosquitto!, '-c', configuration], [at]);
  };
  const publish = (target: string, ...flags: readonly string[]) =>
    porosity([target, '--publish', `mqtt://127.0.0.1:${port.broker}`, '--format', 'json', ...flags]);
  const entitiesOf = async (name: string): Promise<readonly Entity[]> => {
    const all: readonly Entity[] = await valueOf(apiOf(port.home, token).ask('/api/states'));
    return all.filter(({ attributes }) => attributes.friendly_name?.startsWith(`${name} `));
  };
  const problemOf = async (name: string) => (await entitiesOf(name)).find(({ attributes }) => attributes.device_class === 'problem')?.state;
  const eventually = async (read: () => Promise<unknown>, wanted: unknown) => {
    let seen = await read();
    for (const deadline = Date.now() + FOLLOW_MS; seen !== wanted && Date.now() < deadline; seen = await read()) await pause(100);
    expect(seen).toEqual(wanted);
  };

  beforeAll(async () => {
    const [home = 0, broker = 0, audited = 0] = await freePorts(3);
    port = { home, broker, audited };
    stops.push((await startBroker(broker, true)).stop);
    stops.push((await startHomeAssistant(program!, files.path, { port: home })).stop);
    token = await onboard(home);
    const { ask } = apiOf(home, token);
    const form = await valueOf(ask('/api/config/config_entries/flow', { handler: 'mqtt' }));
    const entry = await valueOf(ask(`/api/config/config_entries/flow/${form.flow_id}`, { broker: '127.0.0.1', port: broker }));
    expect(entry).toMatchObject({ type: 'create_entry' });
  }, START_MS);
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
    files.remove();
  }, START_MS);

  test('the problem is on while the gate is closed, and off once it is mended', async () => {
    const target = `127.0.0.1:${port.audited}`;
    const open = await startBroker(port.audited, true);
    expect(await publish(target)).toMatchObject({ code: 1 });
    await open.stop();
    await eventually(() => problemOf('127.0.0.1'), 'on');
    const states = Object.fromEntries((await entitiesOf('127.0.0.1')).map(({ entity_id, state }) => [entity_id, state]));
    expect(states).toMatchObject({
      'binary_sensor.127_0_0_1_exposure': 'on',
      'sensor.127_0_0_1_open_ports': '1',
      'sensor.127_0_0_1_worst_finding': expect.stringContaining('mqtt/anonymous-access'),
    });

    const locked = await startBroker(port.audited, false);
    expect(await publish(target)).toMatchObject({ code: 0 });
    await locked.stop();
    await eventually(() => problemOf('127.0.0.1'), 'off');
  });

  test('a target without an address is unavailable', async () => {
    expect(await publish(NOWHERE)).toMatchObject({ code: 3 });
    await eventually(() => problemOf(NOWHERE), 'unavailable');
    expect(new Set((await entitiesOf(NOWHERE)).map(({ state }) => state))).toEqual(new Set(['unavailable']));
  });

  test('--unpublish takes all of them away', async () => {
    const { code } = await porosity(['--publish', `mqtt://127.0.0.1:${port.broker}`, '--unpublish']);
    expect(code).toBe(0);
    await eventually(async () => (await entitiesOf('127.0.0.1')).length, 0);
    await eventually(async () => (await entitiesOf(NOWHERE)).length, 0);
  });
});
