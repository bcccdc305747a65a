import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'rustdesk/hbbs-key-not-enforced',
  title: 'The rendezvous server wants its key from clients',
  severity: 'medium',
  subject: 'rustdesk',
  requires: ['rustdesk.punch-hole'],
  rationale: 'Without it strangers use the server for their own devices, and ask for yours.',
  remediation: 'Start `hbbs` without `-k ""`: by default it makes a key and wants it. Give the clients the content of `id_ed25519.pub`.',
  references: ['https://rustdesk.com/docs/en/self-host/rustdesk-server-oss/'],
  mapping: { cwe: [306] },

  evaluate({ 'rustdesk.punch-hole': { answer } }) {
    const exhibit = saw('rustdesk.punch-hole', `an invented key was answered with: ${answer}`);
    if (answer === 'key mismatch') return pass('it turns a wrong key away', exhibit);
    if (answer === 'id unknown' || answer === 'offline') return fail('it serves a client with a wrong key', exhibit);
    return unknown('the answer says neither', exhibit);
  },
});
