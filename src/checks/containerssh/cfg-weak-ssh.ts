import { WEAK, type WeakList } from '../../knowledge/containerssh.js';
import { defineCheck, fail, passWith, saw } from '../check.js';
import { hidden } from '../written.js';

const LISTS = ['kex', 'ciphers', 'macs'] as const satisfies readonly WeakList[];
/** What is not set is the default of a release that the file does not tell. */
const BY_DEFAULT = 90;

export default defineCheck({
  id: 'containerssh/cfg-weak-ssh',
  title: 'config.yaml switches no withdrawn SSH algorithm on',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.config-ssh'],
  rationale: 'SHA-1 groups, RC4 and CBC are accepted without a line in the log, and really offered.',
  remediation: 'Remove `ssh.kex`, `ssh.ciphers` and `ssh.macs` from config.yaml: the defaults are sound.',
  references: ['https://containerssh.io/reference/ssh/'],
  mapping: { cwe: [327] },

  evaluate({ 'containerssh.config-ssh': ssh }) {
    const unclear = hidden({ 'ssh.kex': ssh.kex, 'ssh.ciphers': ssh.ciphers, 'ssh.macs': ssh.macs });
    if (unclear) return unclear;
    const weak = LISTS.flatMap((list) => {
      const names = (ssh[list].value ?? []).filter((name) => (WEAK[list] as readonly string[]).includes(name));
      return names.length > 0 ? [{ list, names, place: ssh[list].place }] : [];
    });
    const shown = weak.map(({ list, names, place }) => saw('containerssh.config-ssh', `ssh.${list}: ${names.join(', ')}`, place));
    if (weak.length > 0) return fail(`it names ${weak.flatMap(({ names }) => names).join(', ')}`, ...shown);
    return passWith({ confidence: BY_DEFAULT }, 'none is named', saw('containerssh.config-ssh', 'ssh.kex, ssh.ciphers, ssh.macs'));
  },
});
