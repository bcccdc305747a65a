import { valueOf } from '../../scanner.js';
import { defineProgram, otherProgram, saying, versionOf } from './program.js';

/** `/query` without a query reads nothing: 400 where no login is needed, 401 where one is. */
export default defineProgram({
  fact: 'neighbour.influxdb',
  suspects: (evidence) => valueOf(evidence['http.root'])?.headers['x-influxdb-version']?.startsWith('1.') ?? false,

  async look(ask) {
    const answer = await ask.request({ path: '/query' });
    const debug = await ask.request({ path: '/debug/vars' });
    const open = answer.status === 400 && answer.body.includes('missing required parameter');
    if (!open && answer.status !== 401) throw otherProgram(saying('/query', answer));
    return {
      door: open ? 'open' : 'login',
      version: versionOf(answer.headers['x-influxdb-version']),
      saw: saying('/query', answer),
      debugStatus: debug.status,
    };
  },
});
