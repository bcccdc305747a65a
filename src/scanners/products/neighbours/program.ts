import type { Evidence, Facts, WireFactOf } from '../../../model.js';
import type { HttpAnswer, HttpSession } from '../../http-client.js';
import { type Dial, observe, ProbeError } from '../../scanner.js';

type DoorFact = WireFactOf<'neighbour'>;

/** One program beside Home Assistant: when it is asked, and the smallest exchange that decides open or not. */
export interface Program<Name extends DoorFact = DoorFact> {
  readonly fact: Name;
  /** Pure: whether what HTTP has shown looks like this program. */
  suspects(evidence: Evidence): boolean;
  /** Throws a ProbeError `protocol` where it is another program after all. */
  look(ask: HttpSession, dial: Dial): Promise<Facts[Name]>;
  /** More facts that are only worth a look once the program is known. */
  more?(dial: Dial): Promise<Evidence>;
}

export const defineProgram = <Name extends DoorFact>(program: Program<Name>): Program<Name> => program;

/** All facts of one program, as observations. */
export async function gatherProgram(program: Program, ask: HttpSession, dial: Dial): Promise<Evidence> {
  const seen = await observe(() => program.look(ask, dial));
  return { [program.fact]: seen, ...(seen.ok ? await program.more?.(dial) : {}) };
}

export function otherProgram(saw: string): ProbeError {
  return new ProbeError('protocol', `answers in another way than this program does: ${saw}`);
}

/** The status line of a look, for the evidence. */
export const saying = (path: string, { status }: HttpAnswer): string => `GET ${path} answered ${status}`;

/** The body as a JSON object, or undefined where it is none. */
export function jsonOf({ body }: HttpAnswer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const VERSION_LENGTH = 32;

/** A version as it was said, cut to a sane length; empty where it is no text. */
export const versionOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, VERSION_LENGTH) : '');
