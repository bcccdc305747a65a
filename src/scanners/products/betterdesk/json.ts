import type { HttpAnswer } from '../../http-client.js';

/** The members of a JSON object, none where the body is no object. */
export function membersOf({ body }: HttpAnswer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const MAX_CHARS = 100;

/** A string, cut; empty for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MAX_CHARS) : '');
