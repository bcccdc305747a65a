import { valueOf } from '../model/observation.js';
import type { Evidence, FactOf } from '../model.js';
import { defineProfile, type Mark, mark } from './profile.js';

/** What a page shows of a program, and the program's id and title. Sure by itself, or only worth a question. */
interface Look {
  readonly fact: FactOf<'neighbour'>;
  readonly id: string;
  readonly title: string;
}

const LOOKS: readonly Look[] = [
  { fact: 'neighbour.node-red', id: 'node-red', title: 'Node-RED' },
  { fact: 'neighbour.esphome', id: 'esphome', title: 'ESPHome dashboard' },
  { fact: 'neighbour.zigbee2mqtt', id: 'zigbee2mqtt', title: 'Zigbee2MQTT' },
  { fact: 'neighbour.go2rtc', id: 'go2rtc', title: 'go2rtc' },
  { fact: 'neighbour.appdaemon', id: 'appdaemon', title: 'AppDaemon' },
  { fact: 'neighbour.glances', id: 'glances', title: 'Glances' },
  { fact: 'neighbour.influxdb', id: 'influxdb', title: 'InfluxDB' },
  { fact: 'neighbour.code-server', id: 'code-server', title: 'code-server' },
  { fact: 'neighbour.grafana', id: 'grafana', title: 'Grafana' },
  { fact: 'neighbour.frigate', id: 'frigate', title: 'Frigate' },
];

/** Titles that no other program is known to carry: enough to name the program even where its door could not be tried. */
const TELLING_TITLES =
  /^(Node-RED|(Dashboard|Login) - ESPHome|Zigbee2MQTT|Zigbee2MQTT Onboarding|go2rtc|Dashboard List|AppDaemon Logon|adui|Glances|code-server login|Grafana|Frigate)$/;

/** The door of the program answered as only this program's does. */
const doorMark = ({ fact }: Look): Mark => ({ fact, weight: 60, holds: (evidence) => valueOf(evidence[fact]) !== undefined });

export default defineProfile({
  kind: 'neighbour',
  system: 'neighbour',
  title: 'Neighbour of Home Assistant',
  over: ['http'],
  marks: [
    ...LOOKS.map(doorMark),
    mark('http.final', ({ title }) => TELLING_TITLES.test(title), 50),
    mark('http.root', ({ location }) => location === '/aui/index.html', 50),
    mark('http.root', ({ headers }) => /^Basic realm="go2rtc"/i.test(headers['www-authenticate'] ?? ''), 50),
    mark('http.root', ({ headers }) => headers['x-influxdb-version'] !== undefined, 50),
    mark('http.manifest', ({ name }) => name === 'code-server', 50),
    mark('http.final', ({ bodyExcerpt }) => /Copyright OpenJS Foundation/.test(bodyExcerpt), 20),
    mark('http.final', ({ bodyExcerpt }) => /vscode-workbench-web-configuration/.test(bodyExcerpt), 20),
    mark(
      'http.root',
      ({ status, server, headers }) => status === 401 && server === 'uvicorn' && headers['www-authenticate'] === 'Basic',
      20,
    ),
    mark('http.final', ({ status, server }) => status === 404 && server.startsWith('TornadoServer/'), 20),
  ],
  name: (evidence) => metIn(evidence) ?? { id: 'neighbour', title: 'Neighbour of Home Assistant' },
  version: (evidence) => {
    const met = metIn(evidence);
    return (met && valueOf(evidence[met.fact])?.version) ?? '';
  },
  ports: {},
  guest: true,
  references: ['https://www.home-assistant.io/docs/configuration/securing/'],
});

/** The program whose door was tried; where several were, the one that answered. */
function metIn(evidence: Evidence): Look | undefined {
  return LOOKS.find(({ fact }) => valueOf(evidence[fact]) !== undefined) ?? LOOKS.find(({ fact }) => evidence[fact] !== undefined);
}
