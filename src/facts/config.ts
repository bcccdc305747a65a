import { z } from 'zod';

/** Where a line of a configuration file stands: the file relative to the folder that was read, lines from 1. */
export const place = z.object({ file: z.string(), line: z.number().optional() });

/**
 * What is in force for one setting. `value` is null where nothing is set or where it cannot be known; `place` is
 * missing where the default is in force; `unresolved` says why a written value cannot be known (`!secret` without its
 * file, a variable of the environment).
 */
export const said = <T extends z.ZodType>(value: T) =>
  z.object({ value: value.nullable(), place: place.optional(), unresolved: z.string().optional() });

/** A secret is never kept: only whether it is set, how it is written and where. */
export const secretSaid = z.object({
  set: z.boolean(),
  how: z.enum(['inline', 'secret', 'env', 'file']).optional(),
  place: place.optional(),
});

export const placedText = z.object({ text: z.string(), place });
