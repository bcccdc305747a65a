import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'web-terminal/pivot',
  title: 'Strangers cannot reach SSH servers through the gateway',
  severity: 'high',
  subject: 'web-terminal',
  requires: ['web-terminal.page'],
  considers: ['web-terminal.targets'],
  rationale: 'The gateway connects from inside: to servers that no firewall lets the visitor see, and with its own address in their logs.',
  remediation:
    'Put a login in front, and start webssh with `--policy=reject` and a `--hostfile` that holds the keys of the servers that it may reach.',
  references: ['https://github.com/huashengdun/webssh#options'],
  mapping: { cwe: [918, 441] },

  evaluate({ 'web-terminal.page': { product, door, saw: words } }, _context, { 'web-terminal.targets': targets }) {
    if (product !== 'huashengdun-webssh') return notApplicable('it starts one command, and connects nowhere at the choice of its visitor');
    const page = saw('web-terminal.page', words);
    if (door !== 'open') return pass('strangers do not get the form', page);
    const asked = valueOf(targets);
    if (!asked) return unknown('the form is there for everybody; which hosts it connects to was not seen', page);
    const exhibit = saw('web-terminal.targets', asked.saw);
    if (asked.limited) return pass('it connects only to hosts whose keys it holds', page, exhibit);
    return fail('everybody may connect from here to any host', page, exhibit);
  },
});
