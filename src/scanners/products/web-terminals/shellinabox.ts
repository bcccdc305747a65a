import { otherProgram, pageOf, type Terminal, textOf } from './terminal.js';

/** A POST would create a session and a process: the page and its script are enough. */
const shellInABox: Terminal = {
  product: 'shellinabox',
  mayHide: () => false,

  async look(ask, root) {
    const script = await ask.request({ path: '/ShellInABox.js' });
    if (script.status !== 200 || !/^serverSupportsSSL\s*=/.test(textOf(script))) throw otherProgram('/ShellInABox.js', script);
    return pageOf(root, { product: 'shellinabox', base: '', door: 'open', saw: `GET / answered ${root.status} with the terminal` });
  },
};
export default shellInABox;
