import { matches, wantedChecks } from '../evaluate/wanted.js';
import { loadChecks } from '../checks/index.js';
import { factSchemas } from '../facts/index.js';
import type { Flags } from './flags.js';
import { type Io, print } from './io.js';
import { wantsColor } from './look-of-things.js';

/** `porosity checks [id]`: the list, those under a prefix (`mqtt/`), or everything about one. */
export async function showChecks([word]: readonly string[], flags: Flags, io: Io): Promise<number> {
  const { explainCheck, listChecks } = await import('../reports/explain.js');
  const checks = wantedChecks(await loadChecks(), { only: word === undefined ? undefined : [word] });
  const options = { color: wantsColor(flags, io), columns: io.stdout.columns ?? 80 };
  const one = checks.find((check) => word !== undefined && !word.endsWith('/') && matches(check, word));
  const describe = (fact: keyof typeof factSchemas) => factSchemas[fact].description ?? '';
  await print(io, [one ? explainCheck(one, { ...options, describe }) : listChecks(checks, options)]);
  return 0;
}
