import type { Evidence } from '../../model.js';
import { type AnyProductScanner, type Dial, failed, observeIf, valueOf } from '../scanner.js';
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
    return hello.over === 'tcp' ? { 'betterdesk.websocket-origin': await originOf(dial) } : {};
  },
};
export default betterdesk;

async function originOf(dial: Dial): Promise<NonNullable<Evidence['betterdesk.websocket-origin']>> {
  const port = dial.port + TO_WEBSOCKET;
  const websocket = dial.to(port, 'tcp');
  if (!websocket) return failed('skipped', `port ${port} was not asked for`);
  return observeIf(dial, 'active', () => askForeignOrigin(websocket));
}
