import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { connack, scriptedBroker } from './peers/mqtt.js';
import type { Peer } from './peers/web.js';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly name: string;
      readonly shell: string;
      readonly run: string;
      readonly env?: Record<string, string>;
    }[];
  };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;
const ROOT = process.cwd();

/** `${{ inputs.sarif }}` as the runner fills it in. */
function filledIn(template: string, given: Readonly<Record<string, string>>): string {
  return template.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name: string) => {
    if (!action.inputs[name]) throw new Error(`no input "${name}"`);
    return given[name] ?? action.inputs[name].default ?? '';
  });
}

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'porosity-action-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));
const inWorkspace = (name: string) => readFileSync(join(workspace, name), 'utf8');

/** Runs a step as a runner on Linux does. */
function runStep(name: string, given: Readonly<Record<string, string>>, path = process.env.PATH) {
  const step = action.runs.steps.find((candidate) => candidate.name === name)!;
  writeFileSync(join(workspace, 'step.sh'), step.run);
  writeFileSync(join(workspace, 'summary.md'), '');
  const own = Object.entries(step.env ?? {}).map(([key, value]) => [key, filledIn(value, given)]);
  const env = {
    PATH: path,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_WORKSPACE: workspace,
    GITHUB_STEP_SUMMARY: join(workspace, 'summary.md'),
    ...Object.fromEntries(own),
  };
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', 'step.sh'], { cwd: workspace, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

test('is a composite action whose steps all name a shell', () => {
  expect(action.runs.using).toBe('composite');
  for (const { shell, run } of action.runs.steps) {
    expect(shell).toBe('bash');
    // An input inside a script is a script.
    expect(run).not.toContain('${{');
  }
});

test('installs what stands beside it', async () => {
  const npm = join(workspace, 'npm');
  writeFileSync(npm, '#!/bin/sh\necho "npm $*"\n');
  chmodSync(npm, 0o755);
  const { code, stdout } = await runStep('Install', {}, `${workspace}:${process.env.PATH}`);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `npm ci --prefix ${ROOT}\n` });
});

describe('the audit of a broker that lets everybody in', () => {
  let brokers: readonly Peer[];
  beforeAll(async () => {
    brokers = [await scriptedBroker({ connack: () => connack(0) }), await scriptedBroker({ connack: () => connack(0) })];
  });
  afterAll(async () => {
    for (const broker of brokers) await broker.close();
  });
  const targets = () => brokers.map(({ port }) => `127.0.0.1:${port}`);

  test('fails, annotates the run, writes the summary and the SARIF file', async () => {
    const { code, stdout, stderr } = await runStep('Audit', { targets: targets()[0]! });
    expect(code).toBe(1);
    expect(stdout).toContain('mqtt/anonymous-access');
    expect(stderr).toMatch(/^::error title=.*mqtt/m);
    expect(inWorkspace('summary.md')).toContain('`mqtt/anonymous-access`');
    const sarif = JSON.parse(inWorkspace(filledIn(action.outputs.sarif!.value, {}))) as { runs: { results: unknown[] }[] };
    expect(sarif.runs[0]!.results.length).toBeGreaterThan(0);
  }, 30_000);

  test.each([
    ['spaces', ' '],
    ['lines', '\n'],
  ])(
    'takes several targets and arguments between %s',
    async (_, between) => {
      const given = {
        targets: targets().join(between),
        'fail-on': 'none',
        arguments: ['--output', 'csv=all.csv'].join(between),
        sarif: 'own.sarif',
      };
      expect((await runStep('Audit', given)).code).toBe(0);
      for (const { port } of brokers) expect(inWorkspace('all.csv')).toContain(`${port}`);
      expect(JSON.parse(inWorkspace('own.sarif'))).toMatchObject({ version: '2.1.0' });
    },
    30_000,
  );

  test.each([
    ['an option', '--policy=/etc/passwd'],
    ['a command', '127.0.0.1:1;touch$IFS"x"'],
    ['another command', '$(touch$IFS"x")'],
  ])(
    '%s among the targets is a target that is none',
    async (_, target) => {
      const { code, stderr } = await runStep('Audit', { targets: target });
      expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
      expect(stderr).toContain('target');
      expect(() => inWorkspace('x')).toThrow('ENOENT');
    },
    30_000,
  );
});
