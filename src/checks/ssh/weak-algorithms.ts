import { type AlgorithmList, judgeAlgorithm } from '../../knowledge/ssh-algorithms.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, failWith, pass, saw } from '../check.js';

const LISTS: Readonly<Record<AlgorithmList, string>> = {
  kex: 'key exchange',
  serverHostKey: 'host key',
  ciphers: 'cipher',
  macs: 'MAC',
};
/** NIST SP 800-57 part 1 revision 5, table 2: 112 bits of strength. */
const MODULUS_MIN_BITS = 2048;
/** Servers built on Go's SSH library name `ssh-rsa` wherever they hold an RSA key; no setting takes it away. */
const GO = /^(Go|ContainerSSH|beszel_.*)$/;

export default defineCheck({
  id: 'ssh/weak-algorithms',
  title: 'SSH offers no broken key exchange, host key, cipher or MAC',
  severity: 'medium',
  subject: 'ssh',
  requires: ['ssh.algorithms', 'ssh.banner'],
  considers: ['ssh.group-exchange'],
  rationale:
    'Client and server take the first algorithm that both know. What the server no longer offers, nobody between them can make them use.',
  remediation: {
    default:
      'In /etc/ssh/sshd_config take the names below out of `KexAlgorithms`, `HostKeyAlgorithms`, `Ciphers` and `MACs` (without these lines OpenSSH 9 offers none of them). Dropbear has no such setting: update it.',
    containerssh: 'Take the names out of `ssh.kex`, `ssh.ciphers` and `ssh.macs`, or remove those keys: the defaults hold none of them.',
    beszel: 'The agent brings its algorithms along: update it.',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc9142', 'https://man.openbsd.org/sshd_config#KexAlgorithms'],
  mapping: { cwe: [327, 326] },

  evaluate({ 'ssh.algorithms': offered, 'ssh.banner': { software } }, _context, { 'ssh.group-exchange': exchange }) {
    const broken = (Object.keys(LISTS) as AlgorithmList[]).flatMap((list) =>
      offered[list].flatMap((name) => {
        const judged = judgeAlgorithm(list, name);
        return judged?.verdict === 'broken' ? [{ list, name, reason: judged.reason }] : [];
      }),
    );
    const exhibits = broken.map(({ list, name, reason }) => saw('ssh.algorithms', `${LISTS[list]} ${name}: ${reason}`));
    const bits = valueOf(exchange)?.bits;
    if (bits !== undefined && bits < MODULUS_MIN_BITS) {
      exhibits.push(saw('ssh.group-exchange', `group exchange gives a modulus of ${bits} bits, fewer than ${MODULUS_MIN_BITS}`));
    }
    if (exhibits.length === 0) {
      const counts = (Object.keys(LISTS) as AlgorithmList[]).map((list) => `${offered[list].length} ${LISTS[list]}`);
      return pass('none of those on offer is broken', saw('ssh.algorithms', `${counts.join(', ')} algorithms`));
    }
    const names = [...broken.map(({ name }) => name), ...(exhibits.length > broken.length ? [`a ${bits}-bit group`] : [])];
    const because = `it offers ${names.join(', ')}`;
    if (GO.test(software) && names.every((name) => name === 'ssh-rsa')) {
      const remediation = 'Nothing to set: it comes with any RSA host key. Where the product takes an Ed25519 key, give it one.';
      return failWith({ severity: 'info', remediation }, `${because}, as every server with an RSA key built on Go's library`, ...exhibits);
    }
    return fail(because, ...exhibits);
  },
});
