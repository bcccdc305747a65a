import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

interface Locked {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean; readonly dev?: boolean; readonly resolved?: string }>>;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked;
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Readonly<Record<string, boolean>> };

const sources = ['bin', 'src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: join(folder, file), code: readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') })),
);

describe('what is installed', () => {
  test('no dependency runs a script on installation', () => {
    const scripted = Object.entries(lock.packages)
      .filter(([path, { hasInstallScript }]) => path !== '' && hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(scripted.filter((name) => allowScripts[name] !== false)).toEqual([]);
    expect(Object.values(allowScripts)).not.toContain(true);
  });

  test('every package comes with a checksum', () => {
    const unchecked = Object.entries(lock.packages).filter(
      ([path, entry]) => path.startsWith('node_modules/') && entry.resolved && !('integrity' in entry),
    );
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });
});

describe('what runs', () => {
  test.each([
    ['code made out of text', /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|node:vm\b|\bsetTimeout\s*\(\s*['"`]/],
    ['a shell', /\bexec(?:Sync)?\s*\(\s*['"`]|\bshell:\s*true|\bexecSync\b|\{\s*exec\s*[,}]/],
    ['a native add-on', /process\.dlopen|\.node['"`]/],
  ])('never %s', (_what, forbidden) => {
    expect(sources.filter(({ code }) => forbidden.test(code)).map(({ file }) => file)).toEqual([]);
  });
});
