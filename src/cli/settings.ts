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

/** A stored report; one line that names the file where it is none. */
export async function readReport(path: string) {
  const [{ parseReport }, text] = await Promise.all([import('../schema.js'), readStored(path, 'report')]);
  return parseReport(text, path);
}

/** What an interrupted run left behind: a survey, or the survey inside a report. */
export async function readInterrupted(path: string): Promise<Survey> {
  const [{ parseReport, parseSurvey }, text] = await Promise.all([import('../schema.js'), readStored(path, 'survey')]);
  if (!/"kind": *"report"/.test(text.slice(0, 200))) return parseSurvey(text, path);
  const { schemaVersion, tool, run, targets, services, notes } = parseReport(text, path);
  return parseSurvey(JSON.stringify({ schemaVersion, kind: 'survey', tool, run, targets, services, notes }), path);
}

/** A stored survey or report as text; one line that names it where it cannot be read. */
export async function readStored(path: string, what: 'survey' | 'report'): Promise<string> {
  const [{ MAX_JSON_BYTES }, { readText }] = await Promise.all([import('../schema.js'), import('../files.js')]);
  return readText(path, { what, maxBytes: MAX_JSON_BYTES });
}
