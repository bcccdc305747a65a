import type { Evidence } from '../../model.js';
import { openSession } from '../http-client.js';
import type { AnyProductScanner } from '../scanner.js';
import appdaemon from './neighbours/appdaemon.js';
import codeServer from './neighbours/code-server.js';
import esphome from './neighbours/esphome.js';
import frigate from './neighbours/frigate.js';
import glances from './neighbours/glances.js';
import go2rtc from './neighbours/go2rtc.js';
import grafana from './neighbours/grafana.js';
import influxdb from './neighbours/influxdb.js';
import nodeRed from './neighbours/node-red.js';
import { gatherProgram, type Program } from './neighbours/program.js';
import zigbee2mqtt from './neighbours/zigbee2mqtt.js';

const PROGRAMS = [
  appdaemon,
  codeServer,
  esphome,
  frigate,
  glances,
  go2rtc,
  grafana,
  influxdb,
  nodeRed,
  zigbee2mqtt,
] as unknown as readonly Program[];

/** Asks each program that what HTTP has shown may be; only that program's facts are there, not those of all. */
const neighbours: AnyProductScanner = {
  kind: 'neighbour',
  over: ['http'],
  async gather(dial, evidence) {
    const session = openSession(dial);
    try {
      const facts: Evidence[] = [];
      for (const program of PROGRAMS) if (program.suspects(evidence)) facts.push(await gatherProgram(program, session, dial));
      return Object.assign({}, ...facts);
    } finally {
      session.close();
    }
  },
};
export default neighbours;
