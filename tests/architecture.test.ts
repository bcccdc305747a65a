import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/*
 * Who may import whom, as data. A room is a folder or a file of src/; a file belongs to the longest room that fits.
 * The road is one way: targets → survey → SURVEY → evaluate → REPORT → reports, and only the command line sees all of it.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: ['facts'],
  facts: [],
  errors: ['model'],
  exit: [],
  version: [],
  ports: ['errors', 'knowledge'],
  targets: ['errors', 'model'],
  knowledge: ['model'],
  profiles: ['model', 'facts', 'knowledge'],
  scanners: ['model', 'facts', 'errors', 'knowledge'],
  checks: ['model', 'facts', 'knowledge'],
  survey: ['model', 'errors', 'folded', 'order', 'scanners', 'profiles', 'knowledge', 'targets', 'ports'],
  spelling: [],
  coverage: ['model', 'errors', 'ports'],
  severity: ['model'],
  policy: ['severity', 'model', 'errors', 'files', 'spelling', 'coverage', 'ports', 'targets'],
  fingerprint: ['model'],
  baseline: ['model', 'fingerprint', 'coverage', 'exit'],
  history: ['model', 'errors', 'files', 'schema'],
  evaluate: ['order', 'severity', 'model', 'errors', 'spelling', 'checks', 'profiles', 'policy', 'baseline', 'fingerprint', 'targets'],
  order: ['model', 'targets'],
  folded: ['model', 'targets'],
  queue: ['model', 'errors', 'merge', 'ports', 'schema', 'survey', 'targets'],
  merge: ['model', 'errors', 'order'],
  reports: ['folded', 'severity', 'model', 'checks', 'knowledge', 'baseline', 'errors'],
  schema: ['folded', 'files', 'severity', 'model', 'errors', 'facts', 'policy'],
  files: ['errors'],
  init: ['model', 'errors', 'policy', 'reports'],
  changes: ['model', 'baseline'],
  publish: ['severity', 'model', 'errors', 'policy', 'reports'],
  demo: ['model', 'scanners'],
};
/** These see the whole road. */
const ROOTS = ['cli', 'main', 'index'];

/** One package, one door: only files under these paths may import it. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  'cli-progress': ['cli'],
  'node-nmap': ['scanners/nmap'],
  sax: ['scanners/nmap'],
  ssh2: ['scanners/protocols/ssh', 'demo'],
  smb2: ['scanners/protocols/smb'],
  mqtt: ['scanners/protocols/mqtt', 'publish'],
  chalk: ['reports/table'],
  'cli-table3': ['reports/table'],
  preact: ['reports/html'],
  'preact-render-to-string': ['reports/html'],
  // Types alone.
  sarif: ['reports/sarif'],
  yaml: ['policy/', 'scanners/config/', 'init'],
  // The model takes types from it and nothing that runs.
  zod: ['facts/', 'model/', 'schema', 'policy/', 'queue/'],
  'ipaddr.js': ['targets/'],
  'p-limit': ['survey', 'scanners/'],
  bullmq: ['queue'],
  ioredis: ['queue'],
};
/** What the dry half never touches. */
const WET = ['net', 'tls', 'dgram', 'http', 'https', 'dns', 'dns/promises', 'child_process', 'worker_threads'];
const DRY = ['evaluate', 'checks', 'profiles', 'policy', 'baseline', 'fingerprint', 'reports', 'knowledge', 'model', 'facts'];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => ({ file: file.replace(/\.tsx?$/, ''), text: readFileSync(join('src', file), 'utf8') }));

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:\bfrom\s|\bimport\s*\(|\bimport\s)\s*'([^']+)'/g)].map((match) => match[1]!);
}

function roomOf(file: string): string {
  const fitting = [...Object.keys(ROOMS), ...ROOTS].filter((room) => file === room || file.startsWith(`${room}/`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? '';
}

const under = (file: string, prefix: string) => file === prefix || file.startsWith(prefix);

describe.each(sources)('$file', ({ file, text }) => {
  const imports = importsOf(text);
  const local = imports.filter((path) => path.startsWith('.')).map((path) => normalize(join(dirname(file), path)).replace(/\.jsx?$/, ''));
  const packages = imports.filter((path) => !path.startsWith('.') && !path.startsWith('node:'));
  const room = roomOf(file);

  test('stands in a known room and imports only from rooms below it', () => {
    expect(room).not.toBe('');
    if (ROOTS.includes(room)) return;
    const allowed = [room, ...(room.includes('/') ? [room.split('/')[0]!] : []), ...ROOMS[room]!];
    expect(local.filter((path) => !allowed.includes(roomOf(path)))).toEqual([]);
  });

  test('imports packages only through their doors', () => {
    const strangers = packages.filter((name) => {
      const bare = name.startsWith('@') ? name : name.split('/')[0]!;
      return !(DOORS[bare] ?? []).some((door) => under(file, door));
    });
    expect(strangers).toEqual([]);
  });

  if (DRY.includes(room)) {
    test('is dry: no sockets, no processes', () => {
      expect(imports.filter((path) => WET.includes(path.replace('node:', '')))).toEqual([]);
    });
  }

  if (!ROOTS.includes(room)) {
    test('leaves the process to the command line', () => {
      expect(/\bprocess\.(?!binding\b|platform\b|report\b)|(?<![-/\w])console\./.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))).toBe(
        false,
      );
    });
  }

  if (room !== 'knowledge') {
    test('fits on a screen or four', () => {
      expect(text.split('\n').length).toBeLessThanOrEqual(301);
    });
  }
});
