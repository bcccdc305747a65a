import { valueOf } from '../../scanner.js';
import { defineProgram, otherProgram, saying, versionOf } from './program.js';

/** https://docs.frigate.video/configuration/authentication: port 5000 asks nobody, port 8971 asks everybody. */
export default defineProgram({
  fact: 'neighbour.frigate',
  suspects: (evidence) => valueOf(evidence['http.final'])?.title === 'Frigate',

  async look(ask) {
    const answer = await ask.request({ path: '/api/version' });
    const text = answer.body.toString('utf8').trim();
    if (answer.status === 200 && /^\d+\.\d+/.test(text))
      return { door: 'open', version: versionOf(text), saw: saying('/api/version', answer) };
    if (answer.status === 401) return { door: 'login', version: '', saw: saying('/api/version', answer) };
    throw otherProgram(saying('/api/version', answer));
  },
});
