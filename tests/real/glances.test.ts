import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/model.js';
import { freePorts, scratch, startDaemon } from '../support/daemon.js';
import { audit, outcomesOf } from './support/audit.js';
import { inCache } from './support/cache.js';
import { makeEnvironment, pip } from './support/python.js';

const VERSION = '4.5.8';
const START_MS = 60_000;

const packages = [`glances[web]==${VERSION}`];
const cached = await inCache(`glances-${VERSION}`, packages, async (folder) => {
  await makeEnvironment(folder);
  await pip(folder, ...packages);
});

(cached ? describe : describe.skip)(`Glances ${VERSION}`, () => {
  describe.each([
    { name: 'as installed', flags: [], outcome: 'fail' },
    { name: 'with a password', flags: ['-u', 'glances'], outcome: 'pass' },
  ])('$name', ({ flags, outcome }) => {
    const files = scratch();
    let daemon: { stop(): Promise<void> } | undefined;
    let report: Report;
    beforeAll(async () => {
      const [port = 0] = await freePorts(1);
      const configuration = join(files.path, 'glances.conf');
      writeFileSync(configuration, `[passwords]\nlocal_password_path=${files.path}\n`);
      // Salt and digest of a password that nobody knows.
      writeFileSync(join(files.path, 'glances.pwd'), `${'0'.repeat(32)}$${'0'.repeat(256)}`);
      const where = ['--bind', '127.0.0.1', '--port', String(port)];
      const argv = [join(cached!, 'bin/glances'), '-w', ...where, '-C', configuration, '--disable-check-update', ...flags];
      daemon = await startDaemon(argv, [port], START_MS);
      report = await audit('127.0.0.1', '--ports', String(port));
    }, 2 * START_MS);
    afterAll(async () => {
      await daemon?.stop();
      files.remove();
    });

    test('is recognised', () => {
      expect(report.services).toContainEqual(expect.objectContaining({ product: 'Glances' }));
    });
    test('its page is judged', () => {
      expect(outcomesOf(report)).toMatchObject({ 'neighbour/glances-open': outcome });
    });
  });
});
