import { defineCheck, failWith, pass, saw, unknown } from '../check.js';
import { hidden, written } from '../written.js';

const CONFIG = 'webssh.config';

export default defineCheck({
  id: 'webssh/trusted-proxies-mismatch',
  title: 'WebSSH believes exactly the proxies that stand in front of it',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale: 'Forwarded headers that anybody may send take the login limit away; without them all users behind a proxy share one limit.',
  remediation:
    'Set TRUSTED_PROXIES to the number of proxies in front (0 without one), and publish the port on loopback only: `127.0.0.1:5000:5000`.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [348] },

  evaluate({ 'webssh.config': { trustedProxies, openPorts, proxied } }) {
    const exhibit = written(CONFIG, 'TRUSTED_PROXIES', trustedProxies);
    const secret = hidden({ TRUSTED_PROXIES: trustedProxies });
    if (secret) return secret;
    if (openPorts === null) return unknown('the files do not say how its port is published', exhibit);
    const open = openPorts.map(({ text, place }) => saw(CONFIG, `published on ${text}`, place));
    const trusted = Number(trustedProxies.value ?? 0);
    if (trusted > 0 && open.length > 0)
      return failWith({ confidence: 90 }, 'it believes headers of whoever reaches its own port', exhibit, ...open);
    if (!(trusted > 0) && proxied)
      return failWith({ severity: 'low', confidence: 90 }, 'it counts all visitors of its proxy as one', exhibit);
    return pass(trusted > 0 ? 'only this host reaches its port' : 'it believes no headers', exhibit);
  },
});
