import type { Facts } from '../model.js';

type Root = Facts['http.root'];
export type TerminalProduct = Facts['web-terminal.page']['product'];

/** What a front page shows that no other program is known to show, and the name that people know the program by. */
export const WEB_TERMINALS: Readonly<Record<TerminalProduct, { readonly title: string; readonly shows: (root: Root) => boolean }>> = {
  'huashengdun-webssh': {
    title: 'webssh (huashengdun)',
    shows: ({ title, bodyExcerpt }) => title === 'WebSSH' && /<form\b[^>]{0,80}\bid="connect"/.test(bodyExcerpt),
  },
  // The only one that prints its version: on every answer, refusals included.
  ttyd: { title: 'ttyd', shows: ({ server, title }) => server.startsWith('ttyd/') || title === 'ttyd - Terminal' },
  gotty: {
    title: 'GoTTY',
    // Behind a proxy that has its own name there, by the script that holds its token.
    shows: ({ server, bodyExcerpt }) => server === 'GoTTY' || /<script src="\.\/auth_token\.js">/.test(bodyExcerpt),
  },
  wetty: { title: 'WeTTY', shows: ({ title }) => title === 'WeTTY - The Web Terminal Emulator' },
  shellinabox: {
    title: 'Shell In A Box',
    shows: ({ title, bodyExcerpt }) => title === 'Shell In A Box' || bodyExcerpt.includes('ShellInABox - Make command line applications'),
  },
};
