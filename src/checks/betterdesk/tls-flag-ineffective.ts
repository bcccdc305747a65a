import { defineCheck, fail, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

const FLAGS: readonly string[] = ['TLS_SIGNAL', 'TLS_RELAY', 'TLS_API', 'FORCE_HTTPS', 'CDAP_TLS', 'TRUST_PROXY'];
const OFF = /^(?:n|no|0|false|off|)$/i;

export default defineCheck({
  id: 'betterdesk/tls-flag-ineffective',
  title: 'Switches of the server are written as it reads them',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.config-settings'],
  rationale: 'Only `Y` switches something on. With `true` or `1` it looks switched on and is off, TLS as well.',
  remediation: 'Write `Y`: `TLS_SIGNAL=Y`, `TLS_RELAY=Y`, `TLS_API=Y`, `FORCE_HTTPS=Y`.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [1188] },

  evaluate({ 'betterdesk.config-settings': { settings } }) {
    const set = Object.fromEntries(Object.entries(settings).filter(([key]) => FLAGS.includes(key)));
    const idle = Object.entries(set).filter(([, { value }]) => value !== null && !/^y$/i.test(value) && !OFF.test(value));
    if (idle.length > 0) {
      const exhibits = idle.map(([key, said]) => written('betterdesk.config-settings', key, said));
      return fail(`${idle.map(([key]) => key).join(', ')} ${idle.length > 1 ? 'do' : 'does'} nothing`, ...exhibits);
    }
    const words = Object.keys(set).join(', ') || 'none of them';
    return hidden(set) ?? pass('those that are on are written `Y`', saw('betterdesk.config-settings', `${words} set`));
  },
});
