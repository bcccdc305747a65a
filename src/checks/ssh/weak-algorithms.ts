import { type AlgorithmGroup, algorithmsWith } from '../../knowledge/ssh-algorithms.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, failWith, notApplicable, pass, saw } from '../check.js';
import { isOfAnotherPort } from '../ssh-files.js';

/** What a list is called, here and in sshd_config. */
const CALLED = {
  kex: { what: 'key exchange', key: 'KexAlgorithms' },
  serverHostKey: { what: 'host key', key: 'HostKeyAlgorithms' },
  ciphers: { what: 'cipher', key: 'Ciphers' },
  macs: { what: 'MAC', key: 'MACs' },
} as const;
/** NIST SP 800-57 part 1 revision 5, table 2: 112 bits of strength. */
const MODULUS_MIN_BITS = 2048;
/** Servers built on Go's SSH library name `ssh-rsa` wherever they hold an RSA key; no setting takes it away. */
const GO = /^(Go|ContainerSSH|beszel_.*)$/;

const NONE = { kex: [], serverHostKey: [], ciphers: [], macs: [] };

export default defineCheck({
  id: 'ssh/weak-algorithms',
  title: 'SSH offers no broken key exchange, host key, cipher or MAC',
  severity: 'medium',
  subject: 'ssh',
  requires: ['ssh.algorithms', 'ssh.banner'],
  considers: ['ssh.group-exchange'],
  files: {
    requires: ['ssh.config'],
    evaluate({ 'ssh.config': config }, { subject }) {
      if (isOfAnotherPort(config, subject)) return notApplicable('sshd_config speaks of other ports');
      if (config.algorithms.length === 0) return notApplicable('sshd_config names no algorithm: its release decides');
      const broken = config.algorithms.flatMap(({ list, names, place }) =>
        algorithmsWith('broken', { ...NONE, [list]: names }).map((group) => ({ ...group, place })),
      );
      const exhibits = broken.map(({ list, names, place }) => saw('ssh.config', `${CALLED[list].key} ${names.join(', ')}`, place));
      if (broken.length > 0) return fail(`it names ${broken.flatMap(({ names }) => names).join(', ')}`, ...exhibits);
      return notApplicable('none that sshd_config names is broken; what it does not name, its release decides');
    },
  },
  rationale:
    'Client and server take the first algorithm that both know. What the server no longer offers, nobody between them can make them use.',
  remediation: {
    default: 'Take them out of the configuration of the SSH server; where it has no setting for algorithms, update it.',
    'home-assistant':
      'Update the SSH add-on (app); in the Advanced one set `compatibility_mode: false`. For port 22222 update Home Assistant OS.',
    containerssh: 'Take them out of `ssh.kex`, `ssh.ciphers` and `ssh.macs`, or remove those keys: the defaults hold none of them.',
    beszel: 'The agent brings its algorithms along: update it.',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc9142', 'https://man.openbsd.org/sshd_config#KexAlgorithms'],
  mapping: { cwe: [327, 326] },

  evaluate({ 'ssh.algorithms': offered, 'ssh.banner': { software } }, { systems }, { 'ssh.group-exchange': exchange }) {
    const broken = algorithmsWith('broken', offered);
    const exhibits = broken.map(({ list, names, reason }) => saw('ssh.algorithms', `${CALLED[list].what} ${names.join(', ')}: ${reason}`));
    const offers = broken.flatMap(({ names }) => names);
    const bits = valueOf(exchange)?.bits ?? MODULUS_MIN_BITS;
    if (bits < MODULUS_MIN_BITS) {
      offers.push(`group exchange with ${bits} bits`);
      exhibits.push(saw('ssh.group-exchange', `a modulus of ${bits} bits, less than ${MODULUS_MIN_BITS}`));
    }
    if (offers.length === 0) return pass('none that it offers is broken', saw('ssh.algorithms', countOf(offered)));
    const because = `it offers ${offers.join(', ')}`;
    if (GO.test(software) && offers.every((name) => name === 'ssh-rsa')) {
      const remediation = 'Nothing to set: it comes with any RSA host key. Where the product takes an Ed25519 key, give it one.';
      return failWith({ severity: 'info', remediation }, `${because}, as every server with an RSA key and Go’s library`, ...exhibits);
    }
    if (systems.includes('home-assistant')) return fail(because, ...exhibits);
    const remediation = software.startsWith('OpenSSH')
      ? forOpenSsh(broken, bits)
      : software.startsWith('dropbear')
        ? FOR_DROPBEAR
        : undefined;
    return failWith({ remediation }, because, ...exhibits);
  },
});

const FOR_DROPBEAR =
  'Dropbear has no setting for algorithms, they are chosen when it is built: update it (2025.89 leaves those with SHA-1 out), or build it with `#define DROPBEAR_DH_GROUP14_SHA1 0` and `#define DROPBEAR_RSA_SHA1 0` in localoptions.h.';

function forOpenSsh(broken: readonly AlgorithmGroup[], bits: number): string {
  const lists = [...new Set(broken.map(({ list }) => list))];
  const namesIn = (wanted: AlgorithmGroup['list']) => broken.flatMap(({ list, names }) => (list === wanted ? names : [])).join(', ');
  const lines = lists.map((list) => `${namesIn(list)} from \`${CALLED[list].key}\``).join('; ');
  const moduli = bits < MODULUS_MIN_BITS ? [`In /etc/ssh/moduli delete the lines with fewer than ${MODULUS_MIN_BITS} bits.`] : [];
  const settings = `In /etc/ssh/sshd_config take ${lines} (without these lines OpenSSH 8.8 and later offer none of them), then reload sshd.`;
  return [...(lines ? [settings] : []), ...moduli].join(' ');
}

const countOf = (offered: Readonly<Record<keyof typeof CALLED, readonly string[]>>): string =>
  (Object.keys(CALLED) as (keyof typeof CALLED)[]).map((list) => `${offered[list].length} ${CALLED[list].what}`).join(', ');
