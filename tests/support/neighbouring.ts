import type { Evidence, Subject, SubjectKind } from '../../src/model.js';

/** Another subject of the same host, for checks that join what several services say. */
export function beside(kind: SubjectKind, port: number | undefined, evidence: Evidence): Subject {
  return { kind, target: { name: 'box.lan', address: '192.168.0.215' }, port, tls: false, evidence };
}

export const ok = <T>(value: T) => ({ ok: true as const, value });
export const notSeen = { ok: false as const, failure: { kind: 'timeout' as const, detail: 'no answer' } };
