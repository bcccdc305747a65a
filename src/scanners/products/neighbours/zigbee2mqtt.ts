import { openWebSocket } from '../../websocket.js';
import { valueOf } from '../../scanner.js';
import { defineProgram, otherProgram } from './program.js';

/** The close code of a missing or wrong token. */
const UNAUTHORISED = 4401;
const CLOSE = 8;

/** The WebSocket is opened to everybody and refuses only then: the first frame decides. One frame is read, none is kept. */
export default defineProgram({
  fact: 'neighbour.zigbee2mqtt',
  suspects: (evidence) => /^Zigbee2MQTT( Onboarding)?$/.test(valueOf(evidence['http.final'])?.title ?? ''),

  async look(ask, dial) {
    const page = await ask.request({ path: '/' });
    if (page.body.includes('<title>Zigbee2MQTT Onboarding</title>')) {
      return { door: 'onboarding', version: '', saw: 'the title is "Zigbee2MQTT Onboarding"' };
    }
    const socket = await openWebSocket(dial, { path: '/api' });
    if (!('next' in socket)) throw otherProgram(`the WebSocket /api answered ${socket.status}`);
    try {
      const { opcode, payload } = await socket.next();
      if (opcode !== CLOSE) return { door: 'open', version: '', saw: 'the WebSocket /api sent its first message without a token' };
      const code = payload.length >= 2 ? payload.readUInt16BE(0) : 0;
      if (code !== UNAUTHORISED) throw otherProgram(`the WebSocket /api closed with code ${code}`);
      return { door: 'login', version: '', saw: `the WebSocket /api closed with code ${code} (Unauthorized)` };
    } finally {
      socket.close();
    }
  },
});
