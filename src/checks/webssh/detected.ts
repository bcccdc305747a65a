import { generationOfSocket, generationOfTitle } from '../../knowledge/webssh.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'webssh/detected',
  title: 'A passer-by cannot tell that this is WebSSH',
  severity: 'info',
  subject: 'webssh',
  requires: ['webssh.login'],
  considers: ['webssh.socket'],
  rationale: 'A gateway to SSH is worth more to an intruder than most web pages. It is built in: this line is for the inventory.',
  remediation:
    'Nothing to change in WebSSH itself. Let only networks that you trust reach it, or put a proxy with a login of its own in front.',
  references: ['https://github.com/bifrost0x/webssh'],
  mapping: { cwe: [200] },

  evaluate({ 'webssh.login': { title } }, _context, { 'webssh.socket': socket }) {
    const open = valueOf(socket);
    const marks = [
      ...(generationOfTitle(title) ? [saw('webssh.login', `title "${title}"`)] : []),
      ...(open && generationOfSocket(open) ? [saw('webssh.socket', `maxPayload ${open.maxPayloadBytes}`)] : []),
    ];
    return marks.length > 0 ? fail('login page or Socket.IO name the product', ...marks) : unknown('neither title nor Socket.IO was seen');
  },
});
