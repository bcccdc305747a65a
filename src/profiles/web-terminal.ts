import { valueOf } from '../model/observation.js';
import { type TerminalProduct, WEB_TERMINALS } from '../knowledge/web-terminals.js';
import type { Evidence } from '../model.js';
import { defineProfile, mark } from './profile.js';

const TERMINALS = Object.entries(WEB_TERMINALS) as [TerminalProduct, (typeof WEB_TERMINALS)[TerminalProduct]][];

export default defineProfile({
  kind: 'web-terminal',
  system: 'web-terminal',
  title: 'Web terminal',
  over: ['http'],
  marks: [
    ...TERMINALS.map(([, { shows }]) => mark('http.root', shows, 50)),
    // A login in front, a refusal, a way to TLS or a base path may hide one: worth a question.
    mark('http.root', ({ status }) => status === 401 || status === 404, 20),
    mark('http.root', ({ server, status }) => server === 'TornadoServer' && status >= 300 && status <= 403 && status !== 401, 20),
    mark('web-terminal.page', () => true, 60),
  ],
  name: (evidence) => {
    const product = productIn(evidence);
    return product && { id: product, title: WEB_TERMINALS[product].title };
  },
  version: (evidence) => /^ttyd\/(\d[\w.]{0,30})/.exec(valueOf(evidence['web-terminal.page'])?.banner ?? '')?.[1] ?? '',
  ports: {},
  guest: true,
  references: ['https://github.com/tsl0922/ttyd', 'https://github.com/huashengdun/webssh', 'https://github.com/butlerx/wetty'],
});

function productIn(evidence: Evidence): TerminalProduct | undefined {
  const root = valueOf(evidence['http.root']);
  return valueOf(evidence['web-terminal.page'])?.product ?? (root && TERMINALS.find(([, { shows }]) => shows(root))?.[0]);
}
