import type { Facts, Observation } from '../model.js';
import { failed } from '../scanners/scanner.js';
import { withoutSecrets } from '../scanners/without-secrets.js';
import type { Identity } from './identify.js';

const KEPT_CHARACTERS = 120;

/** What an unrecognised service said, printable ASCII only: a banner is hostile text. */
export function firstBytesOf(identity: Extract<Identity, { protocol: 'unknown' }>): Observation<Facts['port.first-bytes']> {
  if ('failure' in identity) return failed(identity.failure.kind, identity.failure.message);
  const { firstBytes, after } = identity;
  const said = firstBytes
    .subarray(0, KEPT_CHARACTERS)
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, '.');
  const text = withoutSecrets(said);
  return { ok: true, value: { text, bytes: firstBytes.length, after } };
}
