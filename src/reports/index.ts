import type { Report } from '../model.js';
import type { RenderOptions, Reporter } from './reporter.js';

export type { RenderOptions, Reporter } from './reporter.js';

interface Format {
  /** Late: nobody who asks for JSON waits for the HTML page to load. */
  readonly load: () => Promise<Reporter>;
  /** How the names of such files end; the longest match wins. */
  readonly extensions: readonly string[];
}

/** Every format by the name that `--format` takes. A bare `.xml` is JUnit, which is what CI systems look for. */
export const FORMATS = {
  table: { load: async () => (await import('./table.js')).table, extensions: ['.txt'] },
  json: { load: async () => (await import('./json.js')).json, extensions: ['.json'] },
  jsonl: { load: async () => (await import('./jsonl.js')).jsonl, extensions: ['.jsonl', '.ndjson'] },
  html: { load: async () => (await import('./html.js')).html, extensions: ['.html', '.htm'] },
  sarif: { load: async () => (await import('./sarif.js')).sarif, extensions: ['.sarif', '.sarif.json'] },
  junit: { load: async () => (await import('./junit.js')).junit, extensions: ['.xml', '.junit', '.junit.xml'] },
  markdown: { load: async () => (await import('./markdown.js')).markdown, extensions: ['.md', '.markdown'] },
  csv: { load: async () => (await import('./csv.js')).csv, extensions: ['.csv'] },
  'nmap-xml': { load: async () => (await import('./nmap-xml.js')).nmapXml, extensions: ['.nmap.xml', '.nmap-xml', '.nmap'] },
  openmetrics: { load: async () => (await import('./openmetrics.js')).openmetrics, extensions: ['.prom', '.openmetrics'] },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);

/** The format that a file's name asks for, if it does. */
export function formatOfFile(file: string): FormatName | undefined {
  const name = file.toLowerCase();
  const matches = (Object.entries(FORMATS) as [FormatName, Format][]).flatMap(([format, { extensions }]) =>
    extensions.filter((extension) => name.endsWith(extension)).map((extension) => ({ format, length: extension.length })),
  );
  return matches.sort((a, b) => b.length - a.length)[0]?.format;
}

/** What most callers want: no colour, the width of a mail. */
const PLAIN: RenderOptions = { color: false, columns: 80 };

/** The report in pieces, for a file or a pipe. */
export async function renderPieces(report: Report, format: FormatName, options: Partial<RenderOptions> = {}): Promise<Iterable<string>> {
  const reporter: Reporter = await FORMATS[format].load();
  return reporter(report, { ...PLAIN, ...options });
}

/** The report as one string. */
export async function render(report: Report, format: FormatName, options: Partial<RenderOptions> = {}): Promise<string> {
  return [...(await renderPieces(report, format, options))].join('');
}
