import { valueOf } from '../../scanner.js';
import { defineProgram, jsonOf, otherProgram, saying, versionOf } from './program.js';

/** `ESPHOME_DASHBOARD_RELATIVE_URL` moves everything; the add-on and the documentation use this one. */
const MOVED_TO = '/esphome';

export default defineProgram({
  fact: 'neighbour.esphome',
  suspects(evidence) {
    const page = valueOf(evidence['http.final']);
    if (!page) return false;
    return / - ESPHome$/.test(page.title) || (page.status === 404 && page.server.startsWith('TornadoServer/'));
  },

  async look(ask) {
    for (const base of ['', MOVED_TO]) {
      const path = `${base}/version`;
      const answer = await ask.request({ path });
      const version = jsonOf(answer)?.version;
      if (answer.status === 200 && typeof version === 'string') {
        return { door: 'open', version: versionOf(version), saw: `${saying(path, answer)} without a login` };
      }
      const location = answer.headers.location ?? '';
      if (answer.status === 302 && /^\.\/login\b/.test(location))
        return { door: 'login', version: '', saw: `${saying(path, answer)} to ${location.slice(0, 40)}` };
    }
    throw otherProgram('neither /version nor /esphome/version');
  },
});
