import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/no-forward-secrecy',
  title: 'Each signal connection has a key of its own',
  severity: 'info',
  subject: 'betterdesk',
  requires: ['rustdesk.key-exchange-again'],
  rationale: 'One key for all connections: whoever gets it later reads what was recorded earlier.',
  remediation: 'That is how BetterDesk is built. Rely on the encryption between the devices, and offer TLS on the signal port.',
  references: ['https://github.com/rustdesk/rustdesk-server/issues/394'],
  mapping: { cwe: [325] },

  evaluate({ 'rustdesk.key-exchange-again': { same } }) {
    const exhibit = saw(
      'rustdesk.key-exchange-again',
      same ? 'two connections opened with the same 96 bytes' : 'two connections opened differently',
    );
    return same ? fail('all connections get the same key', exhibit) : pass('the key is a fresh one', exhibit);
  },
});
