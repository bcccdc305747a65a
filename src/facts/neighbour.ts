import { z } from 'zod';

/** What the least look at a program's door saw, without bringing a password. */
const door = z.object({
  door: z.enum(['open', 'login']),
  version: z.string().describe('Empty where it is not given away'),
  saw: z.string(),
});

/** Programs that commonly live beside Home Assistant; the facts of one program are there only where it was met. */
export const neighbourFacts = {
  'neighbour.node-red': door
    .extend({ unknownPathStatus: z.number().describe('Status of an invented path: 401 where `httpNodeAuth` is set') })
    .describe('Node-RED: /auth/login'),
  'neighbour.esphome': door.describe('ESPHome dashboard: /version'),
  'neighbour.zigbee2mqtt': z
    .object({ door: z.enum(['open', 'login', 'onboarding']), version: z.string(), saw: z.string() })
    .describe('Zigbee2MQTT: the first frame on /api, or the title of its first start'),
  'neighbour.go2rtc': door.extend({ allowedOrigin: z.string() }).describe('go2rtc: /api'),
  'neighbour.go2rtc-rtsp': door.describe('go2rtc: RTSP OPTIONS on port 8554 (RFC 2326 section 10.1)'),
  'neighbour.appdaemon': door.describe('AppDaemon: `hello` on the WebSocket /stream'),
  'neighbour.glances': door.describe('Glances: /'),
  'neighbour.influxdb': door
    .extend({ debugStatus: z.number().describe('Status of /debug/vars') })
    .describe('InfluxDB 1.x: /query without a query'),
  'neighbour.code-server': door.describe('code-server: /'),
  'neighbour.grafana': door.describe('Grafana: /api/org'),
  'neighbour.frigate': door.describe('Frigate: /api/version'),
};
