import type { Verdict } from '../model.js';

/**
 * One verdict where the wire and configuration files both answer. What runs counts, so the wire has the last word where
 * it has one; the files say which line, and answer what the wire cannot. A contradiction is said in words: the running
 * server has not read these files, or they are not its own.
 */
export function reconcile(wire: Verdict, files: Verdict): Verdict {
  if (!decided(files)) return wire;
  if (!decided(wire)) return { ...files, because: `${files.because} (from its files; on the wire: ${wire.because})` };
  const exhibits = [...wire.exhibits, ...files.exhibits];
  if (wire.outcome !== files.outcome) return { ...wire, because: `${wire.because}; its files say otherwise: ${files.because}`, exhibits };
  const remediation = wire.remediation ?? files.remediation;
  return { ...wire, exhibits, ...(remediation === undefined ? {} : { remediation }) };
}

const decided = (verdict: Verdict): verdict is Extract<Verdict, { outcome: 'pass' | 'fail' }> =>
  verdict.outcome === 'pass' || verdict.outcome === 'fail';
