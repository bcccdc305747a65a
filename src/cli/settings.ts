import { existsSync } from 'node:fs';
import type { Mode, Policy, Survey } from '../model.js';
import type { EvaluateOptions } from '../evaluate.js';
import type { Flags } from './flags.js';

export const DEFAULT_POLICY = 'porosity.yaml';

/** The flags with those of the policy file below them: the command line wins. */
export async function settle(given: Flags): Promise<{ readonly flags: Flags; readonly policy?: Policy }> {
  const file = given.policy ?? (existsSync(DEFAULT_POLICY) ? DEFAULT_POLICY : undefined);
  if (file === undefined) return { flags: given };
  const [{ readPolicy }, { loadChecks }] = await Promise.all([import('../policy.js'), import('../checks/index.js')]);
  const policy = await readPolicy(file, await loadChecks());
  return { flags: { ...policy.flags, ...given }, policy };
}

export function modesOf({ active, intrusive }: Flags): readonly Mode[] {
  return ['passive', ...(active || intrusive ? (['active'] as const) : []), ...(intrusive ? (['intrusive'] as const) : [])];
}

/** Connections a second: undefined is the polite default, Infinity is `max`. */
export function ratesOf({ rate, hostRate }: Flags): { readonly rate?: number; readonly hostRate?: number } {
  const number = (value: number | 'max' | undefined) => (value === 'max' ? Infinity : value);
  return { rate: number(rate), hostRate: number(hostRate) };
}

/** What the dry half needs to know, checked before the first packet. Loads the baseline, if one is named. */
export async function judgementOf(flags: Flags, policy: Policy | undefined): Promise<EvaluateOptions> {
  const [{ loadChecks }, { wantedChecks }] = await Promise.all([import('../checks/index.js'), import('../evaluate/wanted.js')]);
  wantedChecks(await loadChecks(), flags);
  const baseline = flags.baseline === undefined ? undefined : await readReport(flags.baseline);
  return {
    failOn: flags.failOn,
    allowIncomplete: flags.allowIncomplete,
    only: flags.only,
    skip: flags.skip,
    policy,
    baseline,
  };
}

/** A stored report; one line that names the file where it is none. The schemas are loaded late. */
export const readReport = async (path: string) => (await import('../schema.js')).readReport(path);

/** What an interrupted run left behind: a survey, or the survey inside a report. */
export async function readInterrupted(path: string): Promise<Survey> {
  const { readReport, readSurvey } = await import('../schema.js');
  if (!/"kind": *"report"/.test(await beginningOf(path))) return readSurvey(path);
  const { schemaVersion, tool, run, targets, services, notes } = await readReport(path);
  return {
    schemaVersion,
    kind: 'survey',
    tool,
    run,
    targets: targets.map(({ systems: _systems, identities: _identities, ...target }) => target),
    services: services.map(({ role: _role, product: _product, version: _version, confidence: _confidence, ...service }) => service),
    notes,
  };
}

async function beginningOf(path: string): Promise<string> {
  const { readPieces } = await import('../files.js');
  for await (const piece of readPieces(path, { what: 'survey', maxBytes: Infinity })) return piece.toString('latin1', 0, 200);
  return '';
}
