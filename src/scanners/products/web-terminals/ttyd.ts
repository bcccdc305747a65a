import { otherProgram, pageOf, realmOf, sendsToTls, type Terminal, textOf } from './terminal.js';

/** Paths that people give to `--base-path`; a terminal under another one stays hidden. */
const BASES = ['/ttyd', '/terminal', '/shell', '/tty', '/console'];
const BANNER_MAX_CHARS = 120;
const TOKEN = /^\{\s*"token":\s*"[^"]{0,200}"\s*\}\s*$/;

/** Names itself on every answer; `/token` says that a stranger may come in, the first frame on `/ws` starts the process. */
const ttyd: Terminal = {
  socket: { path: '/ws', protocol: 'tty' },
  product: 'ttyd',
  mayHide: (root) => realmOf(root) !== undefined,

  async look(ask, root) {
    const known = { product: 'ttyd', base: '' } as const;
    const saw = `GET / answered ${root.status}`;
    if (root.status === 407) return pageOf(root, { ...known, door: 'trusted-header', saw: `${saw}: it trusts a header of a proxy` });
    if (realmOf(root) === 'ttyd') return pageOf(root, { ...known, door: 'login', saw: `${saw} with realm "ttyd"` });
    if (sendsToTls(root)) return pageOf(root, { ...known, door: 'to-tls', saw: `${saw} to ${root.location}` });
    for (const base of root.status === 404 ? BASES : ['']) {
      const token = await ask.request({ path: `${base}/token` });
      if (token.status !== 200 || !TOKEN.test(textOf(token))) continue;
      const door = root.status === 401 ? 'proxy-login' : 'open';
      const banner = /^ttyd\//.test(root.server) ? root.server : (token.headers['server'] ?? '').slice(0, BANNER_MAX_CHARS);
      return pageOf(root, { ...known, base, banner, door, saw: `${saw}; GET ${base}/token answered 200 with a token` });
    }
    if (root.status === 404) return pageOf(root, { ...known, door: 'hidden', saw: `${saw}, and so ${BASES.join(', ')}` });
    throw otherProgram('/token', await ask.request({ path: '/token' }));
  },
};
export default ttyd;
