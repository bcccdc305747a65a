import { defineCheck, fail, failWith, notApplicable, saw } from '../check.js';

/** Home Assistant OS and its ancestors let developers into the host here. */
const DEBUG_PORT = 22222;
const DEBUG_ROLE = 'debug-ssh';

export default defineCheck({
  id: 'ssh/debug-port-exposed',
  title: 'No SSH into the host itself is left open for debugging',
  severity: 'medium',
  subject: 'ssh',
  requires: ['ssh.banner'],
  rationale:
    'This SSH leads to root on the host, below every container and every login of the products on it. It is meant for the hour of debugging, and few remember that it is there.',
  remediation: {
    default: 'Stop the SSH server on this port, or let a firewall admit the one machine that needs it.',
    'home-assistant':
      'Restart Home Assistant OS with a USB drive named CONFIG that holds no `authorized_keys`: the keys go, and Dropbear does not start without them. Never forward port 22222.',
  },
  references: ['https://developers.home-assistant.io/docs/operating-system/debugging/'],
  mapping: { cwe: [489], checklist: ['ha-2018/debug-ssh'] },

  evaluate({ 'ssh.banner': { raw } }, { subject, exposure }) {
    if (subject.role !== DEBUG_ROLE && subject.port !== DEBUG_PORT) return notApplicable('not a port for debugging');
    const exhibit = saw('ssh.banner', raw);
    const because = `it answers on port ${subject.port}`;
    return exposure === 'public' ? failWith({ severity: 'high' }, `${because} of a public address`, exhibit) : fail(because, exhibit);
  },
});
