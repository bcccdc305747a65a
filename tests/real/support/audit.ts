import type { FactName, Report } from '../../../src/model.js';
import { porosity } from '../../support/porosity.js';

/** Audits with the built program, as a user does; rejects where it printed no report. */
export async function audit(...args: readonly string[]): Promise<Report> {
  const { code, stdout, stderr } = await porosity(['audit', ...args, '--format', 'json', '--quiet']);
  if (!stdout) throw new Error(`porosity ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Report;
}

/** The outcome of every check that was run. */
export const outcomesOf = ({ findings }: Report) => Object.fromEntries(findings.map(({ check, outcome }) => [check, outcome]));

/** A fact of whichever service carries it. */
export const valueIn = ({ services }: Report, fact: FactName): unknown =>
  services.flatMap(({ facts }) => facts[fact] ?? []).map((seen) => (seen.ok ? seen.value : seen.failure))[0];
