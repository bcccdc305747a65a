import { defineCheck, fail, notApplicable, passWith, saw } from '../check.js';

const SMB_PORTS = [139, 445];

export default defineCheck({
  id: 'host/samba-forwarded',
  title: 'File sharing is not reachable from the Internet',
  severity: 'critical',
  subject: 'host',
  rationale:
    'Ports 139 and 445 are tried within minutes on every public address. File sharing belongs in the local network or behind a VPN.',
  remediation:
    'Remove the forward of ports 139 and 445 from the router (and from UPnP), and drop them in the firewall for everything from outside, IPv6 included.',
  references: ['https://www.home-assistant.io/blog/2018/05/30/home-assistant-security/'],
  mapping: { cwe: [749], checklist: ['ha-2018/samba-not-forwarded'] },

  evaluate(_facts, { exposure, neighbours }) {
    if (exposure !== 'public') {
      return notApplicable(
        'this address is not public, and a forward on the router cannot be seen from inside: audit the public address from outside',
      );
    }
    const open = neighbours.filter(({ kind, port }) => kind === 'smb' || (kind === 'port' && SMB_PORTS.includes(port ?? 0)));
    const ports = [...new Set(open.flatMap(({ port }) => port ?? []))].sort((a, b) => a - b);
    if (ports.length === 0) return passWith({ confidence: 90 }, 'none of the ports that were found open is for file sharing');
    return fail(
      `port ${ports.join(' and ')} answers on a public address`,
      ...ports.map((port) => saw('port.state', `port ${port} is open`)),
    );
  },
});
