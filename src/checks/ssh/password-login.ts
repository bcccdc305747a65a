import type { CheckContext } from '../check.js';
import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';
import { doubtAbout, isOfAnotherPort, switched, waysByPassword, waysForSomeAlone } from '../ssh-files.js';

/** RFC 4252 section 8 and RFC 4256: both end at something that can be guessed. */
const GUESSABLE = ['password', 'keyboard-interactive'];

const FOR_DROPBEAR =
  'Put your public key into `~/.ssh/authorized_keys`, then start Dropbear with `-s`: Debian `DROPBEAR_EXTRA_ARGS="-s"` in /etc/default/dropbear, OpenWrt `option PasswordAuth \'off\'` in /etc/config/dropbear; restart it.';

export default defineCheck({
  id: 'ssh/password-login',
  title: 'SSH lets nobody in by a password',
  severity: 'medium',
  subject: 'ssh',
  requires: ['ssh.auth-methods', 'ssh.banner'],
  considers: ['ssh.config'],
  files: {
    requires: ['ssh.config'],
    evaluate({ 'ssh.config': config }, { subject }) {
      if (isOfAnotherPort(config, subject)) return notApplicable('sshd_config speaks of other ports');
      const ways = waysByPassword(config);
      if (ways.length > 0) return fail('a password opens a session', ...ways);
      const doubt = doubtAbout(config);
      if (doubt) return unknown(doubt);
      const { passwordAuthentication, kbdInteractiveAuthentication } = config;
      const exhibits = [
        switched('PasswordAuthentication', passwordAuthentication),
        switched('KbdInteractiveAuthentication', kbdInteractiveAuthentication),
      ];
      return pass('no password opens a session', ...exhibits);
    },
  },
  rationale: 'Passwords are guessed and reused; bots try them on every SSH server that they reach. Keys can be neither.',
  remediation: {
    default:
      'Put your public key into `~/.ssh/authorized_keys`, then set `PasswordAuthentication no` and `KbdInteractiveAuthentication no` in /etc/ssh/sshd_config (Dropbear: start it with `-s`) and reload.',
    'home-assistant':
      'In the options of the Terminal & SSH add-on (app) fill `authorized_keys` and empty `password`; with the Advanced one do the same under `ssh:`. On 22222 a password prompt is not stock: find out who changed it.',
  },
  references: ['https://man.openbsd.org/sshd_config#PasswordAuthentication', 'https://www.rfc-editor.org/rfc/rfc4252#section-5.2'],
  mapping: { cwe: [307, 308], checklist: ['ha-2018/ssh-keys'] },

  evaluate({ 'ssh.auth-methods': { methods, noneAccepted }, 'ssh.banner': { software } }, context, { 'ssh.config': config }) {
    if (noneAccepted) return notApplicable('it lets everybody in without any credential');
    const exhibit = saw('ssh.auth-methods', `can continue with: ${methods.join(', ') || 'nothing'}`);
    const guessable = methods.filter((method) => GUESSABLE.includes(method));
    if (guessable.length === 0) {
      const others = config?.ok && !isOfAnotherPort(config.value, context.subject) ? waysForSomeAlone(config.value) : [];
      return others.length > 0
        ? fail('it lists no method that takes a password to us, but its file does so for others', exhibit)
        : pass('it lists no method that takes a password', exhibit);
    }
    // It always lists the same three, whatever is configured (dossier of ContainerSSH, section 2).
    if (software === 'ContainerSSH' || isContainerSsh(context))
      return unknown('ContainerSSH lists every method, also those that are switched off: read its configuration', exhibit);
    const because = `it offers ${guessable.join(' and ')}`;
    const remediation = software.startsWith('dropbear') && !context.systems.includes('home-assistant') ? FOR_DROPBEAR : undefined;
    return context.exposure === 'public'
      ? failWith({ severity: 'high', remediation }, `${because} on a public address`, exhibit)
      : failWith({ remediation }, because, exhibit);
  },
});

/** Its identification line can be set to anything; what was recognised on the same port tells all the same. */
function isContainerSsh({ neighbours, subject }: CheckContext): boolean {
  return neighbours.some(({ kind, port }) => kind === 'containerssh' && port === subject.port);
}
