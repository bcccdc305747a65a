import { WEB_TERMINALS } from '../../knowledge/web-terminals.js';
import { defineCheck, fail, saw } from '../check.js';

export default defineCheck({
  id: 'web-terminal/detected',
  title: 'No terminal or SSH client answers in the browser',
  severity: 'info',
  subject: 'web-terminal',
  requires: ['web-terminal.page'],
  rationale: 'A terminal in the browser is a way into the machine: it belongs into the inventory, with its owner and its reason.',
  remediation: 'Stop it where nobody needs it; else let only networks that you trust reach it.',
  references: ['https://github.com/tsl0922/ttyd', 'https://github.com/huashengdun/webssh', 'https://github.com/butlerx/wetty'],
  mapping: { cwe: [200] },

  evaluate({ 'web-terminal.page': { product, saw: words } }) {
    return fail(`${WEB_TERMINALS[product].title} answers here`, saw('web-terminal.page', words));
  },
});
