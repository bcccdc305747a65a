import { valueOf } from '../../scanner.js';
import { defineProgram, jsonOf, otherProgram, saying, versionOf } from './program.js';

/** `/api/4/status` is public in both states: it names the program and decides nothing. */
export default defineProgram({
  fact: 'neighbour.glances',
  suspects(evidence) {
    const root = valueOf(evidence['http.root']);
    return root?.title === 'Glances' || (root?.status === 401 && root.server === 'uvicorn' && root.headers['www-authenticate'] === 'Basic');
  },

  async look(ask) {
    const status = await ask.request({ path: '/api/4/status' });
    const version = versionOf(jsonOf(status)?.version);
    if (status.status !== 200 || !version) throw otherProgram(saying('/api/4/status', status));
    const page = await ask.request({ path: '/' });
    if (page.status !== 200 && page.status !== 401) throw otherProgram(saying('/', page));
    return { door: page.status === 200 ? 'open' : 'login', version, saw: saying('/', page) };
  },
});
