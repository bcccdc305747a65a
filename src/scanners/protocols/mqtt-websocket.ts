import type { Evidence } from '../../model.js';
import { type Dial, observe, valueOf } from '../scanner.js';
import { overWebSocket, type WebSocketDial } from '../websocket-dial.js';
import mqtt from './mqtt.js';

const SUB_PROTOCOL = 'mqtt';
/** Mosquitto takes any path; EMQX, HiveMQ, VerneMQ, NanoMQ and most proxies /mqtt. */
const COMMON_PATH = '/mqtt';
/** Asked where the port looks like a broker's: RabbitMQ has /ws. */
const OTHER_PATHS = ['/', '/ws'];
/** The Mosquitto add-on (1884, 8884), Mosquitto (9001), EMQX (8083, 8084), HiveMQ (8000), RabbitMQ (15675). */
const USUAL_PORTS = [1884, 8884, 9001, 8083, 8084, 8000, 15675];
/** What an HTTP server answers on / that has nothing but WebSockets to offer. */
const NO_PAGE = [400, 403, 404, 405, 426, 501];
const UPGRADE_DEADLINE_MS = 1_500;

/**
 * The way to a broker behind WebSockets on this port, or undefined where there is none. For services that speak HTTP,
 * and for those that hang up on a plain request, as Mosquitto does. At most 4 connections where there is no broker.
 */
export async function mqttOverWebSocket(dial: Dial, evidence: Evidence): Promise<{ path: string; dial: WebSocketDial } | undefined> {
  const path = await findWebSocketPath(dial, looksLikeBroker(dial.port, evidence) ? [COMMON_PATH, ...OTHER_PATHS] : [COMMON_PATH]);
  if (path === undefined) return undefined;
  const over = overWebSocket(dial, path, SUB_PROTOCOL);
  return (await mqtt.identify!(over)) ? { path, dial: over } : undefined;
}

/** The first of the paths where an upgrade to MQTT is answered with one. Stops at a peer that does not answer HTTP. */
async function findWebSocketPath(dial: Dial, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const opened = await observe(() => overWebSocket(dial, path, SUB_PROTOCOL)({ deadlineMs: UPGRADE_DEADLINE_MS }));
    if (opened.ok) {
      opened.value.destroy();
      return path;
    }
    if (opened.failure.kind !== 'protocol') return undefined;
  }
  return undefined;
}

function looksLikeBroker(port: number, evidence: Evidence): boolean {
  const root = valueOf(evidence['http.root']);
  return !root || NO_PAGE.includes(root.status) || USUAL_PORTS.includes(port);
}
