import type { Survey, SurveyedFiles } from '../model.js';
import { startClock } from '../survey/clock.js';
import { toolVersion } from '../version.js';
import type { Flags } from './flags.js';
import type { Io } from './io.js';
import { judge, prepare } from './judge.js';
import { readConfigurations } from './look.js';

/** `porosity config <path…>`: configuration files alone, no network. Each path is a target of its own. */
export async function auditFiles(paths: readonly string[], given: Flags, io: Io): Promise<number> {
  const prepared = await prepare(given, io);
  const stopClock = startClock();
  const targets = await Promise.all(paths.map(async (path) => fileTarget(path, await readConfigurations([path]))));
  const times = stopClock();
  const survey: Survey = {
    schemaVersion: 1,
    kind: 'survey',
    tool: { name: 'porosity', version: toolVersion() },
    run: {
      ...times,
      modes: [],
      ports: '',
      engine: 'none',
      incomplete: false,
    },
    targets,
    services: [],
    notes: [],
  };
  return judge(survey, paths, prepared, io);
}

function fileTarget(path: string, files: readonly SurveyedFiles[]): Survey['targets'][number] {
  return { name: path, address: '', state: 'examined', because: '', ports: { swept: 0, open: 0, closed: 0, filtered: 0 }, open: [], files };
}
