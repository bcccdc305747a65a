import { setTimeout as pause } from 'node:timers/promises';
import type { Report, Target } from './model.js';
import type { GateOptions } from './policy.js';
import { type Broker, type Credentials, withBroker } from './publish/broker.js';
import { deviceIds } from './publish/device-ids.js';
import { devicesOf } from './publish/messages.js';
import { AVAILABILITY_FILTER, deviceOfTopic, OUR_FILTERS } from './publish/topics.js';

export { type Broker, type Credentials, parseBrokerUrl } from './publish/broker.js';

/** Tells Home Assistant, over its broker, what an audit found. Throws a UsageError of one line where that fails. */
export async function publish(report: Report, broker: Broker, credentials: Credentials, gate: GateOptions = {}): Promise<void> {
  const devices = devicesOf(report, gate);
  await withBroker(broker, credentials, async ({ keep, kept }) => {
    const hosts = devices.filter(({ isHost }) => isHost);
    await keep(hosts.flatMap(({ discovery, state }) => [...discovery, ...state]));
    if (hosts.length === devices.length) return;
    // An address that fell silent was a device only if we said so earlier.
    const known = new Set([...(await kept([AVAILABILITY_FILTER]))].map(deviceOfTopic));
    await keep(devices.filter(({ id, isHost }) => !isHost && known.has(id)).flatMap(({ state }) => state));
  });
}

/** Home Assistant lets its entities go first: one that loses its state while it lives fills the log. */
const FAREWELL_MS = 500;

/** Takes away what was published: of these targets, or of all. Resolves with the number of devices. */
export async function unpublish(broker: Broker, credentials: Credentials, targets: readonly Target[] = []): Promise<number> {
  const wanted = new Set(deviceIds(targets));
  return withBroker(broker, credentials, async ({ keep, kept }) => {
    const ours = [...(await kept(OUR_FILTERS))].filter((topic) => {
      const device = deviceOfTopic(topic);
      return device !== undefined && (wanted.size === 0 || wanted.has(device));
    });
    const empty = (topics: readonly string[]) => keep(topics.map((topic) => ({ topic, payload: '' })));
    const isConfig = (topic: string) => topic.endsWith('/config');
    await empty(ours.filter(isConfig));
    if (ours.length > 0) await pause(FAREWELL_MS);
    await empty(ours.filter((topic) => !isConfig(topic)));
    return new Set(ours.map(deviceOfTopic)).size;
  });
}
