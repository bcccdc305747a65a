import { defineCheck, failWith, pass, saw } from '../check.js';

const INFERRED = 80;

export default defineCheck({
  id: 'rustdesk/relay-key-not-enforced',
  title: 'The relay wants its key from clients',
  severity: 'high',
  subject: 'rustdesk',
  requires: ['rustdesk.relay-key'],
  rationale: 'A relay without a key lends its bandwidth and its address to strangers; hbbr has none unless it is told.',
  remediation: 'Start `hbbr` with `-k _`, beside the `id_ed25519` of `hbbs`, and restart it.',
  references: ['https://rustdesk.com/docs/en/self-host/rustdesk-server-oss/'],
  mapping: { cwe: [306] },

  evaluate({ 'rustdesk.relay-key': { port, held, saw: words } }) {
    const exhibit = saw('rustdesk.relay-key', `port ${port} to a wrong key: ${words}`);
    if (!held) return pass('it turns a wrong key away', exhibit);
    return failWith({ confidence: INFERRED }, 'it keeps a connection with a wrong key', exhibit);
  },
});
