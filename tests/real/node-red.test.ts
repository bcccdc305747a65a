import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/model.js';
import { freePorts, scratch, startDaemon } from '../support/daemon.js';
import { audit, outcomesOf } from './support/audit.js';
import { inCache, run } from './support/cache.js';

const VERSION = '4.1.15';
const START_MS = 60_000;
/** bcrypt of a password that nobody wrote down. */
const LOCKED = {
  adminAuth: { type: 'credentials', users: [{ username: 'owner', password: `$2b$08$${'x'.repeat(53)}`, permissions: '*' }] },
};

const packages = [`node-red@${VERSION}`];
const cached = await inCache(`node-red-${VERSION}`, packages, async (folder) => {
  await run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional', ...packages]);
});

(cached ? describe : describe.skip)(`Node-RED ${VERSION}`, () => {
  describe.each([
    { name: 'as installed', settings: {}, version: VERSION, outcome: 'fail' },
    { name: 'with adminAuth', settings: LOCKED, version: '', outcome: 'pass' },
  ])('$name', ({ settings, version, outcome }) => {
    const files = scratch();
    let daemon: { stop(): Promise<void> } | undefined;
    let report: Report;
    beforeAll(async () => {
      const [port = 0] = await freePorts(1);
      const file = join(files.path, 'settings.js');
      const all = { uiHost: '127.0.0.1', uiPort: port, telemetry: { enabled: false }, ...settings };
      writeFileSync(file, `module.exports = ${JSON.stringify(all)};\n`);
      const argv = [process.execPath, join(cached!, 'node_modules/node-red/red.js'), '--userDir', files.path, '--settings', file];
      daemon = await startDaemon(argv, [port], START_MS);
      report = await audit('127.0.0.1', '--ports', String(port));
    }, 2 * START_MS);
    afterAll(async () => {
      await daemon?.stop();
      files.remove();
    });

    test('is recognised, with what it says of its version', () => {
      expect(report.services).toContainEqual(expect.objectContaining({ product: 'Node-RED', version }));
    });
    test('its editor is judged', () => {
      expect(outcomesOf(report)).toMatchObject({ 'neighbour/nodered-open': outcome });
    });
  });
});
