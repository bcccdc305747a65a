import { WEB_TERMINALS } from '../../../knowledge/web-terminals.js';
import { headersOf } from '../../protocols/http-headers.js';
import { observe } from '../../scanner.js';
import { titleOf } from '../../wire/html.js';
import { otherProgram, pageOf, type Terminal, textOf } from './terminal.js';

/** The base path of 2.x and of the documentation; 3.x has none unless it is told. */
const BASE = '/wetty';
const TITLE = 'WeTTY - The Web Terminal Emulator';

/** It has no login of its own. A packet on its Socket.IO spawns ssh at once: nothing is sent there. */
const wetty: Terminal = {
  product: 'wetty',
  mayHide: ({ status }) => status === 404,

  async look(ask, root) {
    const door = { product: 'wetty', door: 'open' } as const;
    if (WEB_TERMINALS.wetty.shows(root)) return pageOf(root, { ...door, base: '', saw: `GET / answered ${root.status} with the terminal` });
    const page = await ask.request({ path: BASE });
    if (page.status !== 200 || !isWetty(textOf(page))) throw otherProgram(BASE, page);
    return { ...door, base: BASE, banner: '', headers: headersOf(page), saw: `GET ${BASE} answered 200 with the terminal` };
  },

  async more(_dial, ask, { base }) {
    const metrics = await observe(async () => {
      const answer = await ask.request({ path: `${base}/metrics` });
      return { status: answer.status, connections: /^(?:# (?:HELP|TYPE) )?wetty_connections\b/m.test(textOf(answer)) };
    });
    return { 'web-terminal.metrics': metrics };
  },
};
export default wetty;

/** By its title, which the owner may change, or by the folder of its script. */
const isWetty = (page: string) => titleOf(page) === TITLE || page.includes(`"${BASE}/client/`);
