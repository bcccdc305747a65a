import { defineCheck, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'host/unidentified-service',
  title: 'Every open port speaks a protocol that porosity knows',
  severity: 'low',
  subject: 'port',
  requires: ['port.state'],
  considers: ['port.first-bytes'],
  rationale: 'What cannot be identified cannot be judged: an open port without a name is a question, not an answer.',
  remediation:
    'Find the program behind the port on the host itself with `ss -ltnp`, then stop it, bind it to 127.0.0.1, or write the port under `expect:` in porosity.yaml.',
  references: ['https://www.home-assistant.io/docs/configuration/securing/'],
  mapping: { cwe: [1059] },

  evaluate({ 'port.state': { reason } }, _context, { 'port.first-bytes': heard }) {
    if (!heard) return pass('it was identified', saw('port.state', reason));
    if (!heard.ok) return unknown(`what speaks there could not be found out: ${heard.failure.detail} (${heard.failure.kind})`);
    const { text, bytes, after } = heard.value;
    if (bytes === 0) return unknown(`it is open and says nothing (after ${after})`);
    return unknown('it speaks a protocol that is not known here', saw('port.first-bytes', `${text} (${bytes} bytes, after ${after})`));
  },
});
