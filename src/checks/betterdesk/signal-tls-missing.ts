import type { Subject } from '../../model.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

const SIGNAL_PORT = 21116;
/** Where there is a NAT test, there is a signal port. */
const SIGNAL_PORTS: readonly number[] = [21115, SIGNAL_PORT];
const isSignal = ({ kind, port }: Subject): boolean => kind === 'rustdesk' && port === SIGNAL_PORT;

export default defineCheck({
  id: 'betterdesk/signal-tls-missing',
  title: 'Signal and relay offer TLS',
  severity: 'low',
  subject: 'betterdesk',
  requires: ['rustdesk.tls'],
  rationale: 'Inside TLS nobody on the way sees which devices talk to each other, and a client can tell the server by its certificate.',
  remediation:
    'Set `TLS_SIGNAL=Y` and `TLS_RELAY=Y` with `TLS_CERT` and `TLS_KEY` (exactly `Y`). Know the price on 2.x: a connection that says nothing then halts the port, so put a front with time-outs before it.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [319] },

  evaluate({ 'rustdesk.tls': { offered, version } }, { exposure, subject, neighbours }) {
    const mute = neighbours.some(({ kind, port }) => kind === 'port' && SIGNAL_PORTS.includes(port ?? 0)) && !neighbours.some(isSignal);
    if (mute && subject.port !== SIGNAL_PORT)
      return unknown('the signal port did not talk to us: it may have counted too many connections');
    if (offered) return pass('it offers TLS', saw('rustdesk.tls', `a handshake ended in ${version}`));
    if (exposure === 'loopback') return notApplicable('nothing crosses a network on loopback');
    return fail('it knows no TLS', saw('rustdesk.tls', 'no ServerHello to a ClientHello'));
  },
});
