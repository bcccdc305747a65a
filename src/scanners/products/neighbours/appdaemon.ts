import type { Facts } from '../../../model.js';
import { type Dial, ProbeError, valueOf } from '../../scanner.js';
import { openWebSocket } from '../../websocket.js';
import { defineProgram, otherProgram, saying, versionOf } from './program.js';

const HELLO = JSON.stringify({ request_type: 'hello', request_id: '1', data: { client_name: 'porosity' } });
const TITLES = ['Dashboard List', 'AppDaemon Logon', 'adui'];

/** Pages are static in both states. The API says whether a stranger is let in; without one the WebSocket does, and leaves a line in the log. */
export default defineProgram({
  fact: 'neighbour.appdaemon',
  suspects(evidence) {
    const [root, final] = [valueOf(evidence['http.root']), valueOf(evidence['http.final'])];
    return root?.location === '/aui/index.html' || TITLES.includes(final?.title ?? '');
  },

  async look(ask, dial) {
    // An invented name space: never the states of the house.
    const state = await ask.request({ path: '/api/appdaemon/state/porosity' });
    if (state.body.includes('Namespace Not Found')) return { door: 'open', version: '', saw: saying('/api/appdaemon/state/…', state) };
    if (state.status === 401) return { door: 'login', version: '', saw: saying('/api/appdaemon/state/…', state) };
    if (!dial.modes.has('active')) throw new ProbeError('skipped', 'needs --active');
    return sayHello(dial);
  },
});

async function sayHello(dial: Dial): Promise<Facts['neighbour.appdaemon']> {
  const socket = await openWebSocket(dial, { path: '/stream' });
  if (!('next' in socket)) throw otherProgram(`the WebSocket /stream answered ${socket.status}`);
  try {
    socket.send(HELLO);
    const text = (await socket.next()).payload.toString('utf8');
    if (/"response_success": *true/.test(text)) {
      const version = versionOf(/"version": *"([^"]*)"/.exec(text)?.[1]);
      return { door: 'open', version, saw: 'the WebSocket /stream took a `hello` without a password' };
    }
    if (/authorization failed/.test(text))
      return { door: 'login', version: '', saw: 'the WebSocket /stream answered "authorization failed"' };
    throw otherProgram('the WebSocket /stream answered something else');
  } finally {
    socket.close();
  }
}
