import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Evidence, FactName, Facts, Observation } from '../../src/model.js';

const made: string[] = [];
afterAll(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string | Buffer>>;

/** Writes files to a temporary folder that goes with the test file, and gives its path. */
export function writeFolder(files: Files, modes: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'porosity-config-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    chmodSync(join(root, path), 0o600);
  }
  for (const [path, mode] of Object.entries(modes)) chmodSync(join(root, path), parseInt(mode, 8));
  return root;
}

/** The configuration files of a recorded system, as they lay on its disk. */
export function recordedFolder(system: string, state: string): string {
  const path = new URL(`../../../fixtures/transcripts/${system}/${state}-config.json`, import.meta.url);
  const { config, configModes } = JSON.parse(readFileSync(path, 'utf8')) as { config: Files; configModes?: Record<string, string> };
  return writeFolder(config, configModes);
}

/** The value of a fact, or `failed: kind: detail`. */
export function factOf<Name extends FactName>(facts: Evidence | undefined, name: Name): Facts[Name] | string | undefined {
  const observation = facts?.[name] as Observation<Facts[Name]> | undefined;
  return observation && (observation.ok ? observation.value : `failed: ${observation.failure.kind}: ${observation.failure.detail}`);
}
