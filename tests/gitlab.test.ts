import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { connack, scriptedBroker } from './peers/mqtt.js';
import { scratch } from './support/daemon.js';
import { BINARY } from './support/porosity.js';

interface Snippet {
  readonly porosity: {
    readonly script: readonly string[];
    readonly artifacts: { readonly reports: { readonly junit: string }; readonly paths: readonly string[] };
  };
}
const { porosity: job } = parse(readFileSync('contrib/gitlab-ci.yml', 'utf8')) as Snippet;

test('the GitLab job audits every target, fails, and leaves the artifacts that it names', async () => {
  const brokers = [await scriptedBroker({ connack: () => connack(0) }), await scriptedBroker({ connack: () => connack(0) })];
  const folder = scratch();
  // Runs what stands here in place of what the registry has.
  const npx = join(folder.path, 'npx');
  writeFileSync(npx, `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${BINARY}" "$@"\n`);
  chmodSync(npx, 0o755);
  const env = {
    PATH: `${folder.path}:${process.env['PATH']}`,
    GITLAB_CI: 'true',
    CI: 'true',
    POROSITY_TARGETS: brokers.map(({ port }) => `127.0.0.1:${port}`).join(' '),
  };
  const child = spawn('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], { cwd: folder.path, env, stdio: 'ignore' });
  const [code] = (await once(child, 'close')) as [number];
  for (const broker of brokers) await broker.close();

  expect(code).toBe(1);
  const junit = readFileSync(join(folder.path, job.artifacts.reports.junit), 'utf8');
  for (const { port } of brokers) expect(junit).toContain(`mqtt/anonymous-access on ${port}/tcp`);
  for (const path of job.artifacts.paths) expect(readFileSync(join(folder.path, path), 'utf8')).toContain('mqtt/anonymous-access');
  folder.remove();
}, 30_000);
