import { valueOf } from '../../scanner.js';
import { defineProgram, otherProgram, saying } from './program.js';

export default defineProgram({
  fact: 'neighbour.code-server',
  suspects(evidence) {
    const [page, manifest] = [valueOf(evidence['http.final']), valueOf(evidence['http.manifest'])];
    return (
      manifest?.name === 'code-server' ||
      page?.title === 'code-server login' ||
      /vscode-workbench-web-configuration/.test(page?.bodyExcerpt ?? '')
    );
  },

  async look(ask) {
    const page = await ask.request({ path: '/' });
    if (page.status === 200 && page.body.includes('vscode-workbench-web-configuration')) {
      return { door: 'open', version: '', saw: 'GET / answered 200 with the editor' };
    }
    const location = page.headers.location ?? '';
    if (page.status === 302 && /^\.\/login\b/.test(location)) return { door: 'login', version: '', saw: `${saying('/', page)} to ./login` };
    // With --cert the plain side of the port only sends visitors to the TLS side.
    if (page.status === 302 && location.startsWith('https://')) return { door: 'login', version: '', saw: `${saying('/', page)} to https` };
    throw otherProgram(saying('/', page));
  },
});
