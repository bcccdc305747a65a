import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

/* A newcomer's walk through CONTRIBUTING.md: the two files it shows are type-checked, built and tested as they stand there. */

const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const files = new Map(
  [...guide.matchAll(/`((?:src|tests)\/[^`]+\.ts)`:\n\n```ts\n([\s\S]*?)```/g)].map(([, path, text]) => [resolve(path!), text!]),
);

/** Compiles the files as if they stood in the tree; gives the errors and the JavaScript by path. */
function compile() {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  host.directoryExists = (path) => folders.has(resolve(path)) || (directoryExists?.(path) ?? false);
  host.fileExists = (path) => files.has(resolve(path)) || fileExists(path);
  host.readFile = (path) => files.get(resolve(path)) ?? readFile(path);
  host.getSourceFile = (path, ...more) => {
    const text = files.get(resolve(path));
    return text === undefined ? getSourceFile(path, ...more) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], { ...options, incremental: false, tsBuildInfoFile: undefined }, host);
  const mine = program.getSourceFiles().filter(({ fileName }) => files.has(resolve(fileName)));
  const errors = mine.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);
  const emitted = new Map<string, string>();
  for (const file of mine) program.emit(file, (path, text) => path.endsWith('.js') && emitted.set(path, text));
  return { errors: errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')), emitted };
}

test('the check in CONTRIBUTING.md compiles, and its test passes', () => {
  expect([...files.keys()].map((path) => path.replace(`${process.cwd()}/`, ''))).toEqual([
    'src/checks/ssh/compression-before-login.ts',
    'tests/checks/ssh/compression-before-login.test.ts',
  ]);
  const { errors, emitted } = compile();
  expect(errors).toEqual([]);

  const copy = mkdtempSync(join(dirname(resolve('package.json')), '.cache-newcomer-'));
  try {
    for (const part of ['dist/src', 'dist/tests/support', 'package.json', 'jest.config.js'])
      cpSync(part, join(copy, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    for (const [path, text] of emitted) {
      const there = join(copy, path.replace(`${process.cwd()}/`, ''));
      mkdirSync(dirname(there), { recursive: true });
      writeFileSync(there, text);
    }
    const run = () =>
      execFileSync(process.execPath, ['--experimental-vm-modules', resolve('node_modules/jest/bin/jest.js'), '--rootDir', copy], {
        cwd: copy,
        stdio: 'pipe',
      });
    expect(run).not.toThrow();
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 60_000);
