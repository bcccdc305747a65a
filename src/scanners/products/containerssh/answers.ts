import type { HttpAnswer } from '../../http-client.js';

export const bodyOf = ({ body }: HttpAnswer): string => body.toString('utf8');

/** The body as a JSON object, or undefined where it is none. */
export function jsonIn(answer: HttpAnswer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(bodyOf(answer));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
