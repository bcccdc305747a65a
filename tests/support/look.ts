import './checks-first.js';
import { evaluate } from '../../src/evaluate.js';
import type { Evidence, Mode, Outcome, Report, Survey } from '../../src/model.js';
import http from '../../src/scanners/protocols/http.js';
import type { AnyProductScanner } from '../../src/scanners/scanner.js';
import { dialTo } from './dial-to.js';

/** What porosity learns about a product on an HTTP peer: the floor below first, then the product's own looks. */
export async function lookAt(port: number, product: AnyProductScanner, modes: readonly Mode[] = ['passive', 'active']): Promise<Evidence> {
  const dial = dialTo(port, { modes });
  const below = await http.gather(dial);
  return { ...below, ...(await product.gather(dial, below)) };
}

/** The report on one HTTP service with these facts, as if it had been seen on a private address. */
export function judge(facts: Evidence, port = 8123): Promise<Report> {
  const target = { name: 'box.lan', address: '192.168.0.215' };
  const survey: Survey = {
    schemaVersion: 1,
    kind: 'survey',
    tool: { name: 'porosity', version: '0.0.0' },
    run: {
      startedAt: '2026-11-21T08:00:00Z',
      finishedAt: '2026-11-21T08:00:03Z',
      durationMs: 3_000,
      modes: ['passive', 'active'],
      ports: String(port),
      engine: 'connect',
      incomplete: false,
    },
    targets: [
      {
        ...target,
        state: 'examined',
        because: '',
        ports: { swept: 1, open: 1, closed: 0, filtered: 0 },
        open: [{ port, reason: 'syn-ack' }],
      },
    ],
    services: [{ target: target.name, address: target.address, port, transport: 'tcp', tls: false, protocol: 'http', facts }],
    notes: [],
  };
  return evaluate(survey);
}

/** Outcomes by check id. */
export const outcomesOf = ({ findings }: Report): Readonly<Record<string, Outcome>> =>
  Object.fromEntries(findings.map(({ check, outcome }) => [check, outcome]));
