// FILETIME: 100 ns steps since 1601-01-01 (MS-DTYP 2.3.3).
const EPOCH_GAP_MS = 11_644_473_600_000n;
const STEPS_PER_MS = 10_000n;
const LAST_ISO_MS = 253_402_300_799_999n; // 9999-12-31

/** ISO 8601, or empty for a server that does not tell (zero) or tells nonsense. */
export function isoOfFiletime(filetime: bigint): string {
  const ms = filetime / STEPS_PER_MS - EPOCH_GAP_MS;
  return filetime === 0n || ms < -EPOCH_GAP_MS || ms > LAST_ISO_MS ? '' : new Date(Number(ms)).toISOString();
}

export const filetimeOf = (date: Date): bigint => (BigInt(date.getTime()) + EPOCH_GAP_MS) * STEPS_PER_MS;
