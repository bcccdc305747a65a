import { expect, test } from '@jest/globals';
import { JUDGING, LOOKING, TELLING, WORKING } from '../../src/cli/flags.js';
import { flagShape } from '../../src/policy/schema.js';

test('every long flag may stand in a policy file, but the one that names it', () => {
  const flags = [...LOOKING, ...JUDGING, ...TELLING, ...WORKING, 'quiet', 'noProgress', 'noColor', 'debug'];
  expect(Object.keys(flagShape).sort()).toEqual([...new Set(flags)].filter((flag) => flag !== 'policy').sort());
});
