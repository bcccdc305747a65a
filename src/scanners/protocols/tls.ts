import type { Facts, Observation } from '../../model.js';
import { defineScanner, failed, observe, ProbeError } from '../scanner.js';
import { ask, type Flight } from './tls-ask.js';
import { certificateFacts } from './tls-certificate.js';
import { FOR_TLS13, ORDINARY } from './tls-offers.js';
import { type Handshake, shakeHands } from './tls-session.js';
import { type Taken, tryVersions } from './tls-versions.js';
import { seekSuites } from './tls-suites.js';

/** A slow or hostile server is not asked for more suites after this; what was not asked is said. */
const PATIENCE_MS = 6_000;

export default defineScanner({
  protocol: 'tls',
  usualPorts: [443, 8443, 8883, 8884, 993, 995, 465, 636, 853, 990],

  /** A ServerHello or an alert: a refusal, too, is spoken in TLS. */
  identify: async (dial) => (await observe(() => ask(dial, { versions: ['TLSv1.3', 'TLSv1.2'], suites: [...FOR_TLS13, ...ORDINARY] }))).ok,

  async gather(dial) {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const taken = await observe(() => tryVersions(dial, patience));
    if (!taken.ok) {
      return { 'tls.protocols': taken, 'tls.ciphers': taken, 'tls.dhe': taken, 'tls.certificate': taken, 'tls.session': taken };
    }
    const { protocols, suites, flight } = taken.value;
    const search = await seekSuites(dial, taken.value, patience);
    const handshake = await observe(() => shakeHands(dial));
    return {
      'tls.protocols': { ok: true, value: protocols },
      'tls.ciphers': {
        ok: true,
        value: { accepted: [...suites, ...search.accepted], weakSought: [...search.weakSought] },
      },
      'tls.dhe': dheOf(protocols.accepted, search.dhBits),
      'tls.certificate': handshake.ok ? { ok: true, value: handshake.value.certificate } : await fromFlight(flight, handshake),
      'tls.session': { ok: true, value: { ...sessionOf(handshake, taken.value), clientCertificate: clientCertificate(handshake, flight) } },
    };
  },
});

/** TLS 1.3 has named groups alone. */
function dheOf(versions: readonly string[], bits: number | null | undefined): Observation<Facts['tls.dhe']> {
  if (versions.every((version) => version === 'TLSv1.3')) return { ok: true, value: { bits: null } };
  return bits === undefined ? failed('protocol', 'no answer showed the group') : { ok: true, value: { bits } };
}

/** Where the handshake broke off, the certificate that went by in the clear tells the same, but for its chain. */
function fromFlight(
  flight: Flight | undefined,
  handshake: Extract<Observation<Handshake>, { ok: false }>,
): Promise<Observation<Facts['tls.certificate']>> {
  const leaf = flight?.certificates[0];
  return observe(() => {
    if (!leaf && flight?.complete) throw new ProbeError('unsupported', 'the server shows no certificate');
    if (!leaf) throw new ProbeError(handshake.failure.kind, handshake.failure.detail);
    return certificateFacts(leaf, 'not verified');
  });
}

/** Where no handshake could be finished, what the server picked from our newest offer. */
function sessionOf(handshake: Observation<Handshake>, { suites }: Taken): Handshake['session'] {
  if (handshake.ok) return handshake.value.session;
  const { version = '', name = '' } = suites.at(-1) ?? {};
  return { version, cipher: name, alpn: '' };
}

function clientCertificate(handshake: Observation<Handshake>, flight: Flight | undefined): Facts['tls.session']['clientCertificate'] {
  if (handshake.ok && handshake.value.refusedAfterwards) return 'required';
  if (!handshake.ok && flight?.certificateRequested) return handshake.failure.kind === 'tls' ? 'required' : 'requested';
  if (flight?.complete) return flight.certificateRequested ? 'requested' : 'none';
  return handshake.ok ? 'not required' : 'not looked at';
}
