import { valueOf } from '../../scanner.js';
import { defineProgram, jsonOf, otherProgram, saying, versionOf } from './program.js';

/** https://grafana.com/docs/grafana/latest/developers/http_api/: `/api/health` is public, `/api/org` needs a login or anonymous access. */
export default defineProgram({
  fact: 'neighbour.grafana',
  suspects: (evidence) => valueOf(evidence['http.final'])?.title === 'Grafana',

  async look(ask) {
    const health = jsonOf(await ask.request({ path: '/api/health' }));
    if (health?.database === undefined) throw otherProgram('/api/health names no database');
    const org = await ask.request({ path: '/api/org' });
    if (org.status !== 200 && org.status !== 401) throw otherProgram(saying('/api/org', org));
    return { door: org.status === 200 ? 'open' : 'login', version: versionOf(health.version), saw: saying('/api/org', org) };
  },
});
