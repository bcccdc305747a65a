import { otherProgram, pageOf, realmOf, type Terminal, textOf } from './terminal.js';

const TOKEN = /^var gotty_auth_token = '/;

/** Asks for its login over HTTP and, with `/auth_token.js`, once more in the first frame: a WebSocket that opens says nothing. */
const gotty: Terminal = {
  socket: { path: '/ws', protocol: 'webtty' },
  product: 'gotty',
  mayHide: (root) => realmOf(root) !== undefined,

  async look(ask, root) {
    const known = { product: 'gotty', base: '' } as const;
    const saw = `GET / answered ${root.status}`;
    if (realmOf(root) === 'GoTTY') return pageOf(root, { ...known, door: 'login', saw: `${saw} with realm "GoTTY"` });
    if (root.server === 'GoTTY' && root.status === 404) return pageOf(root, { ...known, door: 'hidden', saw });
    const token = await ask.request({ path: '/auth_token.js' });
    if (token.status !== 200 || !TOKEN.test(textOf(token))) throw otherProgram('/auth_token.js', token);
    const door = root.status === 401 ? 'proxy-login' : 'open';
    return pageOf(root, { ...known, door, saw: `${saw}; GET /auth_token.js answered 200` });
  },
};
export default gotty;
