import type { Facts, Severity } from '../../model.js';
import { defineCheck, failWith, pass, passWith, saw, unknown } from '../check.js';

type Product = Facts['web-terminal.page']['product'];

/** Whether the shell itself stands open, or a form that leads on to one. */
const OPEN: Readonly<Record<Product, { readonly severity: Severity; readonly confidence?: number; readonly because: string }>> = {
  ttyd: { severity: 'critical', because: 'the terminal opens for everybody' },
  gotty: { severity: 'critical', because: 'the terminal opens for everybody' },
  // Whether ssh asks for a password shows only once it is started.
  wetty: { severity: 'high', confidence: 80, because: 'the page that starts ssh or login opens for everybody' },
  shellinabox: { severity: 'high', because: 'the login prompt, or the command that was set up, opens for everybody' },
  'huashengdun-webssh': { severity: 'high', because: 'the SSH client opens for everybody' },
};

export default defineCheck({
  id: 'web-terminal/unauthenticated',
  title: 'The terminal opens only after a login',
  severity: 'high',
  subject: 'web-terminal',
  requires: ['web-terminal.page'],
  rationale: 'Whoever opens the page types as the user that the terminal runs as, or connects on from the inside of the network.',
  remediation: {
    default: 'Put a proxy with a login in front of the whole path, WebSocket included, and bind the program itself to 127.0.0.1.',
    ttyd: 'Start it with `--credential user:password` and TLS, and with `--interface lo` behind a proxy that asks for a login.',
    gotty: 'Start it with `--credential user:password` and `--tls`, or with `--address 127.0.0.1` behind a proxy that asks for a login.',
  },
  references: ['https://github.com/tsl0922/ttyd/wiki/Nginx-reverse-proxy', 'https://cwe.mitre.org/data/definitions/306.html'],
  mapping: { cwe: [306] },

  evaluate({ 'web-terminal.page': { product, door, saw: words } }) {
    const exhibit = saw('web-terminal.page', words);
    const { because, ...overrides } = OPEN[product];
    switch (door) {
      case 'open':
        return failWith(overrides, because, exhibit);
      case 'hidden':
        return unknown('it is there, but not at the paths that were tried', exhibit);
      case 'trusted-header':
        return pass('it wants a header of a proxy: see web-terminal/header-auth-direct', exhibit);
      case 'proxy-login':
        return passWith({ confidence: 90 }, 'something in front asks for a login on this path', exhibit);
      default:
        return pass(door === 'login' ? 'it asks for a login' : 'it lets this address in nowhere', exhibit);
    }
  },
});
