import { valueOf } from '../../scanner.js';
import { defineProgram, jsonOf, otherProgram, saying, versionOf } from './program.js';

/** The editor page is public in both states; `/auth/login` tells them apart and holds no flows. */
export default defineProgram({
  fact: 'neighbour.node-red',
  // A renamed editor keeps the licence of the page.
  suspects: (evidence) => {
    const page = valueOf(evidence['http.final']);
    return page?.title === 'Node-RED' || /Copyright OpenJS Foundation/.test(page?.bodyExcerpt ?? '');
  },

  async look(ask) {
    const login = await ask.request({ path: '/auth/login' });
    const answer = jsonOf(login);
    if (login.status !== 200 || !answer) throw otherProgram(saying('/auth/login', login));
    const invented = await ask.request({ path: '/porosity-not-there' });
    const open = Object.keys(answer).length === 0;
    const settings = open ? jsonOf(await ask.request({ path: '/settings' })) : undefined;
    return {
      door: open ? 'open' : 'login',
      version: versionOf(settings?.version),
      saw: open ? 'GET /auth/login answered 200 {}: no login is set up' : 'GET /auth/login asks for a login',
      unknownPathStatus: invented.status,
    };
  },
});
