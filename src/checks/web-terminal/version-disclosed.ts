import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'web-terminal/version-disclosed',
  title: 'The terminal does not tell strangers its version',
  severity: 'info',
  subject: 'web-terminal',
  requires: ['web-terminal.page'],
  rationale: 'Who knows the version can look up its weaknesses; its owner can see from it whether an update is due.',
  remediation:
    'Nothing to set in the program itself: use the version to see whether it is current, or let a proxy replace the `Server` header.',
  references: ['https://github.com/tsl0922/ttyd/releases', 'https://github.com/huashengdun/webssh/releases'],
  mapping: { cwe: [200] },

  evaluate({ 'web-terminal.page': { banner } }) {
    const exhibit = saw('web-terminal.page', `Server: ${banner || '(none)'}`);
    return /\/\d/.test(banner) ? fail('its Server header has a version', exhibit) : pass('its Server header has none', exhibit);
  },
});
