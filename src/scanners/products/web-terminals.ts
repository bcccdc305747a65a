import { WEB_TERMINALS } from '../../knowledge/web-terminals.js';
import type { Evidence } from '../../model.js';
import { type HttpSession, openSession } from '../http-client.js';
import { type AnyProductScanner, type Dial, failed, observe, observeIf } from '../scanner.js';
import gotty from './web-terminals/gotty.js';
import huashengdun from './web-terminals/huashengdun.js';
import shellInABox from './web-terminals/shellinabox.js';
import { askForeignOrigin } from './web-terminals/socket-origin.js';
import { type Page, rootIn, type Terminal, upgrade } from './web-terminals/terminal.js';
import ttyd from './web-terminals/ttyd.js';
import wetty from './web-terminals/wetty.js';

const TERMINALS: readonly Terminal[] = [huashengdun, ttyd, gotty, wetty, shellInABox];

/** Asks each terminal that the front page shows or may hide; the first that answers as itself is the one. */
const webTerminals: AnyProductScanner = {
  kind: 'web-terminal',
  over: ['http'],
  async gather(dial, evidence) {
    const root = rootIn(evidence);
    if (!root) return {};
    const ask = openSession(dial);
    try {
      const shown = TERMINALS.filter(({ product }) => WEB_TERMINALS[product].shows(root));
      let page = failed('protocol', 'no terminal answered as itself');
      for (const terminal of shown.length > 0 ? shown : TERMINALS.filter((candidate) => candidate.mayHide(root))) {
        const met = await observe(() => terminal.look(ask, root));
        if (met.ok) return { 'web-terminal.page': met, ...(await lookCloser(dial, ask, terminal, met.value)) };
        page = met;
      }
      // A page that showed nothing of a terminal, and hides none: not worth a word.
      return shown.length > 0 ? { 'web-terminal.page': page } : {};
    } finally {
      ask.close();
    }
  },
};
export default webTerminals;

async function lookCloser(dial: Dial, ask: HttpSession, terminal: Terminal, page: Page): Promise<Evidence> {
  const { socket } = terminal;
  const path = `${page.base}${socket?.path ?? ''}`;
  return {
    ...(await terminal.more?.(dial, ask, page)),
    ...(socket && page.door !== 'to-tls'
      ? { 'web-terminal.socket-origin': await observeIf(dial, 'active', () => askForeignOrigin(dial, ask, path, socket.protocol)) }
      : {}),
    ...(socket && page.door === 'proxy-login'
      ? {
          'web-terminal.socket-behind-login': await observeIf(dial, 'active', async () => {
            const { status } = await upgrade(ask, path.replace(/\?.*$/, ''), socket.protocol);
            return { path: path.replace(/\?.*$/, ''), status };
          }),
        }
      : {}),
  };
}
