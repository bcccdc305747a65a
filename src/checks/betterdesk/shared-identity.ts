import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';

/** One server may be known under two names. */
const UNLESS_THE_SAME = 80;
const NAMED = 5;

export default defineCheck({
  id: 'betterdesk/shared-identity',
  title: 'No other server has the key of this one',
  severity: 'high',
  subject: 'betterdesk',
  requires: ['rustdesk.key-exchange'],
  rationale:
    'The key is all by which clients know their server. Cloned with its volume, whoever has the one server can stand in for the other.',
  remediation:
    'Remove `id_ed25519` and `id_ed25519.pub` from the data folder of the clone, restart it so that it makes a key of its own, and give that key to its clients.',
  references: ['https://rustdesk.com/docs/en/self-host/client-configuration/'],
  mapping: { cwe: [321] },

  evaluate({ 'rustdesk.key-exchange': { publicKey } }, { elsewhere }) {
    const others = elsewhere().flatMap(({ target, evidence }) => {
      const opened = valueOf(evidence['rustdesk.key-exchange']);
      return opened ? [{ ...target, same: opened.publicKey === publicKey }] : [];
    });
    if (others.length === 0) return notApplicable('no other server was looked at');
    const twins = others.filter(({ same }) => same).map(({ name }) => name);
    const exhibit = saw('rustdesk.key-exchange', `opened with ${publicKey}, as did ${twins.length} of ${others.length} others`);
    if (twins.length === 0) return pass('it has a key of its own', exhibit);
    return failWith({ confidence: UNLESS_THE_SAME }, `the same key is on ${twins.slice(0, NAMED).join(', ')}`, exhibit);
  },
});
