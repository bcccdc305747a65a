import { type AnyProductScanner, beside, observeIf, valueOf } from '../scanner.js';
import { gatherApi } from './betterdesk/api.js';
import { askForeignOrigin } from './betterdesk/websocket-origin.js';

/** The WebSocket side of the signal and of the relay port is always two above. */
const TO_WEBSOCKET = 2;

/** BetterDesk's server: its HTTP API, and what its RustDesk ports have that RustDesk's own have not. */
const betterdesk: AnyProductScanner = {
  kind: 'betterdesk',
  over: ['http', 'rustdesk'],
  async gather(dial, evidence) {
    const hello = valueOf(evidence['rustdesk.hello']);
    if (!hello) return gatherApi(dial);
    if (hello.over !== 'tcp') return {};
    const askOrigin = () => askForeignOrigin(beside(dial, dial.port + TO_WEBSOCKET, 'tcp'));
    return { 'betterdesk.websocket-origin': await observeIf(dial, 'active', askOrigin) };
  },
};
export default betterdesk;
