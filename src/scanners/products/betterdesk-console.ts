import type { AnyProductScanner } from '../scanner.js';
import { valueOf } from '../scanner.js';
import { openSession } from '../http-client.js';
import { gatherClientApi } from './betterdesk/client-api.js';
import { gatherConsole } from './betterdesk/console.js';

/** BetterDesk's web console, and the API for RustDesk clients, which shows no page. */
const betterdeskConsole: AnyProductScanner = {
  kind: 'betterdesk-console',
  over: ['http'],
  async gather(dial, evidence) {
    const session = openSession(dial);
    try {
      const page = valueOf(evidence['http.final']);
      return await (page?.status === 200 ? gatherConsole(dial, session) : gatherClientApi(session));
    } finally {
      session.close();
    }
  },
};
export default betterdeskConsole;
